/* operand-count: position */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(POSITION("a", users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: POSITION(users.bio): takes two texts */
		SELECT(POSITION(users.bio)),
		FROM(users)));
#endif
}
