/* not-numeric: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: ADD(users.username, 1): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3))))));
#endif
}
