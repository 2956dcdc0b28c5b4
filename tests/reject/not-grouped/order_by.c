/* not-grouped: order_by; second enforcer only: orderings of other columns have one type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.username),
		ORDER_BY(DESC(MAX(users.age)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.username),
		ORDER_BY(DESC(users.age))));
#endif
}
