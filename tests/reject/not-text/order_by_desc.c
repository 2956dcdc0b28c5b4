/* not-text: order_by_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(EQ(LOWER(users.username), "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(EQ(LOWER(users.age), "x"))))); /* reject: LOWER(users.age): ... */
#endif
}
