/* empty-values: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: IN(users.id): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id))))));
#endif
}
