/* window-without-over: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(OVER(RANK(), ORDER_BY(users.age)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: RANK(): ... */
		ORDER_BY(RANK())));
#endif
}
