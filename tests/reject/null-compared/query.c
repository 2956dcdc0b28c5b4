/* null-compared: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, "x"))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: NE(users.username, NULL): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, NULL))))));
#endif
}
