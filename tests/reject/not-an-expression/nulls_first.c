/* not-an-expression: nulls_first */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_FIRST(DESC(users.bio)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: NULLS_FIRST(ROW(users.id, users.bio)): ... */
		ORDER_BY(NULLS_FIRST(ROW(users.id, users.bio)))));
#endif
}
