/* frame-bounds: groups */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(OVER(SUM(users.age), ORDER_BY(users.id), GROUPS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: GROUPS_BETWEEN(UNBOUNDED_PRECEDING, UNBOUNDED_PRECEDING): ... */
		ORDER_BY(OVER(SUM(users.age), ORDER_BY(users.id), GROUPS_BETWEEN(UNBOUNDED_PRECEDING, UNBOUNDED_PRECEDING)))));
#endif
}
