/* having-without-group: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.age, 3))),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WITH(totals, SELECT(users.id, users.id), FROM(users), HAVING(GT(users.age, 3))): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), HAVING(GT(users.age, 3))),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
