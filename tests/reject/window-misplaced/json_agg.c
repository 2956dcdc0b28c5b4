/* window-misplaced: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(JSON_AGG(GT(OVER(RANK(), ORDER_BY(users.id)), 3))),
		FROM(users)));
#endif
}
