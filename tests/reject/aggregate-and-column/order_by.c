/* aggregate-and-column: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		ORDER_BY(MAX(users.age))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(COUNT(users.id)),
		FROM(users),
		ORDER_BY(users.age)));
#endif
}
