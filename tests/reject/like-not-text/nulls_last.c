/* like-not-text: nulls_last */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(LIKE(users.age, "4%"))))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
