/* distinct-on-order: order_by; second enforcer only: the two are compared as programs */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(users.age),
		FROM(users),
		ORDER_BY(users.age, users.id)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(users.age),
		FROM(users),
		ORDER_BY(users.id)));
#endif
}
