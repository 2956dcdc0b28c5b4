/* table-not-in-from: order_by_optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(WHEN(newest, DESC(users.created_at)), users.id)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(WHEN(newest, DESC(posts.created_at)), users.id))); /* reject: users.id): ... */
#endif
}
