/* operand-count: replace */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(REPLACE(users.bio, "a", "b")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: REPLACE(users.bio, "a"): takes three texts */
		SELECT(REPLACE(users.bio, "a")),
		FROM(users)));
#endif
}
