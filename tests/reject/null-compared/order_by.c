/* null-compared: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
