/* table-not-in-from: order_by_window */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(OVER(RANK(), ORDER_BY(users.id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(OVER(RANK(), ORDER_BY(posts.id))))); /* reject: ORDER_BY(OVER(RANK(), ORDER_BY(posts.id))): ... */
#endif
}
