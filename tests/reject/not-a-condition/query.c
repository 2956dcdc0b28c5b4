/* not-a-condition: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.is_active)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: WHERE(users.age): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.age)))));
#endif
}
