/* not-numeric: sum_order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.role),
		FROM(users),
		GROUP_BY(users.role),
		ORDER_BY(DESC(SUM(users.age)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.role),
		FROM(users),
		GROUP_BY(users.role),
		ORDER_BY(DESC(SUM(users.username))))); /* reject: SUM(users.username): ... */
#endif
}
