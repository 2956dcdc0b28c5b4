/* table-twice: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), JOIN(boss, EQ(users.id, users.boss_id))),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WITH(totals, SELECT(users.id, users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id))): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id))),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
