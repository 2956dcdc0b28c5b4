/* null-compared: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(NE(users.username, "x"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(NE(users.username, NULL), false)), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
