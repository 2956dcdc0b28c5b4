/* like-not-text: order_by_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(LIKE(users.age, "4%"))))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
