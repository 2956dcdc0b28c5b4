/* null-compared: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NE(users.username, "x")),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(NE(users.username, NULL)), /* reject: NE(users.username, NULL): ... */
		DISTINCT,
		FROM(users)));
#endif
}
