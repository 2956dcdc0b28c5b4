/* aggregate-and-column: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(COALESCE(MAX(users.id), 0), COUNT(users.id)), FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: QUERY(totals, SELECT(users.id, COUNT(users.id)), FROM(users)): ... */
		FROM(QUERY(totals, SELECT(users.id, COUNT(users.id)), FROM(users)))));
#endif
}
