/* aggregate-in-where: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.age, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: WHERE(GT(MAX(users.age), 3)): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(MAX(users.age), 3))))));
#endif
}
