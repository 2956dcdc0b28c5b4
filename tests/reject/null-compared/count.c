/* null-compared: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(NE(users.username, "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(NE(users.username, NULL))), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
