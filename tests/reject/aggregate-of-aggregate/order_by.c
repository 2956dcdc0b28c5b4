/* aggregate-of-aggregate: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		ORDER_BY(COUNT(users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		ORDER_BY(COUNT(AVG(users.id))))); /* reject: COUNT(AVG(users.id)): ... */
#endif
}
