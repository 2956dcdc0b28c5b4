/* label-unknown: union; second enforcer only: labels are texts */
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
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(AS(posts.id, id)), FROM(posts)),
		ORDER_BY(LABEL(id))));
#endif
}
