/* null-compared: nulls_last */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(NE(users.username, NULL))))); /* reject: NE(users.username, NULL): ... */
#endif
}
