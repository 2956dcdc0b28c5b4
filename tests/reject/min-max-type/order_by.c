/* min-max-type: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		ORDER_BY(DESC(MAX(users.created_at)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		ORDER_BY(DESC(MAX(users.is_active))))); /* reject: MAX(users.is_active): ... */
#endif
}
