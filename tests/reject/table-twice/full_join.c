/* table-twice: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(boss, EQ(users.id, users.boss_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(users, EQ(users.id, users.boss_id))));
#endif
}
