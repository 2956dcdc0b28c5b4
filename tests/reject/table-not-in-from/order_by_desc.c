/* table-not-in-from: order_by_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(GT(products.id, 3))))); /* reject: ORDER_BY(DESC(GT(products.id, 3))): ... */
#endif
}
