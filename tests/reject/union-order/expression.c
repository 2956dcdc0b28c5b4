/* union-order: expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		ORDER_BY(LABEL(id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		ORDER_BY(ADD(users.id, 1)))); /* reject: ORDER_BY(ADD(users.id, 1)): ... */
#endif
}
