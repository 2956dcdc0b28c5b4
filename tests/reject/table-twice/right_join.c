/* table-twice: right_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(boss, EQ(users.id, users.boss_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(users, EQ(users.id, users.boss_id))));
#endif
}
