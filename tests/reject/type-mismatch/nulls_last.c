/* type-mismatch: nulls_last */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(GT(users.age, "three"))))); /* reject: GT(users.age, "three"): ... */
#endif
}
