/* not-numeric: order_by_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(GT(ADD(users.age, 1), 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(GT(ADD(users.username, 1), 3))))); /* reject: ADD(users.username, 1): ... */
#endif
}
