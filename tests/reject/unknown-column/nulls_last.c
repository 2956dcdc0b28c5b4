/* unknown-column: nulls_last */
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
		ORDER_BY(NULLS_LAST(GT(users.aeg, 3))))); /* reject: aeg */
#endif
}
