/* not-text: replace */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(REPLACE(users.bio, "a", "b")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: REPLACE(users.bio, 1, "b"): ... */
		SELECT(REPLACE(users.bio, 1, "b")),
		FROM(users)));
#endif
}
