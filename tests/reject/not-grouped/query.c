/* not-grouped: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, COUNT_ROWS()), FROM(users), GROUP_BY(users.id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: SELECT, item 1: ... */
		FROM(QUERY(totals, SELECT(users.id, COUNT_ROWS()), FROM(users), GROUP_BY(users.age)))));
#endif
}
