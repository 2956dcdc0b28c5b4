/* unknown-table: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(COUNT_ROWS()), FROM(posts))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(COUNT_ROWS()), FROM(psots))), /* reject: psots */
		FROM(users)));
#endif
}
