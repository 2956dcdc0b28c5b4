/* null-compared: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(NE(users.username, "x"), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(NE(users.username, NULL), flag)), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
