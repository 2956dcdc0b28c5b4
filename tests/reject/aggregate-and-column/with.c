/* aggregate-and-column: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(COALESCE(MAX(users.id), 0), COUNT(users.id)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WITH(totals, SELECT(users.id, COUNT(users.id)), FROM(users)): ... */
		WITH(totals, SELECT(users.id, COUNT(users.id)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
