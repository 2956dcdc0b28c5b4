/* union-order: nulls_last */
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
		ORDER_BY(NULLS_LAST(users.id)))); /* reject: ORDER_BY(NULLS_LAST(users.id)): ... */
#endif
}
