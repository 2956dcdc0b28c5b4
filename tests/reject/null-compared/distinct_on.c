/* null-compared: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(NE(users.username, "x")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(NE(users.username, NULL)), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
