/* union-order: except */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		EXCEPT(SELECT(posts.id), FROM(posts)),
		ORDER_BY(LABEL(id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		EXCEPT(SELECT(posts.id), FROM(posts)),
		ORDER_BY(users.id))); /* reject: ORDER_BY(users.id): ... */
#endif
}
