/* operand-count: nth_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(NTH_VALUE(users.age, 1))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NTH_VALUE(users.age): takes a value and which row's, from 1 */
		SELECT(OVER(NTH_VALUE(users.age))),
		FROM(users)));
#endif
}
