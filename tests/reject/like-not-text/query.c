/* like-not-text: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(LIKE(users.username, "4%"))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: LIKE(users.age, "4%"): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(LIKE(users.age, "4%"))))));
#endif
}
