/* not-a-condition: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.is_active)),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WHERE(users.age): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.age)),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
