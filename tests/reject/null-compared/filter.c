/* null-compared: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), NE(users.username, "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), NE(users.username, NULL))), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
