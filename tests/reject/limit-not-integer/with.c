/* limit-not-integer: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), LIMIT(1)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), LIMIT(2.5)), /* reject: LIMIT(2.5): ... */
		SELECT(totals.number),
		FROM(totals)));
#endif
}
