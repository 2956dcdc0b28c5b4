/* table-twice: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), JOIN(boss, EQ(users.id, users.boss_id))))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: COLLECT(Member, FROM(users), JOIN(users, EQ(users.id, users.boss_id))): ... */
		SELECT(COLLECT(Member, FROM(users), JOIN(users, EQ(users.id, users.boss_id))))));
#endif
}
