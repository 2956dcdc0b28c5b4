/* not-text: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x"))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: LOWER(users.age): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x"))))));
#endif
}
