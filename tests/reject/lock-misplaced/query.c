/* lock-misplaced: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), FOR_UPDATE()))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: FOR_UPDATE(): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), DISTINCT, FROM(users), FOR_UPDATE()))));
#endif
}
