/* not-numeric: nth_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(NTH_VALUE(users.age, 2), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NTH_VALUE(users.age, users.bio): ... */
		SELECT(OVER(NTH_VALUE(users.age, users.bio), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
