/* operand-count: lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LAG(users.age, 1, 2, 3): takes a value, perhaps how many rows away, perhaps what else */
		SELECT(OVER(LAG(users.age, 1, 2, 3))),
		FROM(users)));
#endif
}
