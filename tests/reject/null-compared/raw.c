/* null-compared: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", NE(users.username, "x"), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(RAW(BOOLEAN, "? AND ?", NE(users.username, NULL), true)),
		FROM(users)));
#endif
}
