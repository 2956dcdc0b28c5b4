/* not-grouped: select_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ALL(users), COUNT(users.id)),
		FROM(users),
		JOIN(boss, EQ(boss.id, users.boss_id)),
		GROUP_BY(users.id)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ALL(boss), COUNT(users.id)),
		FROM(users),
		JOIN(boss, EQ(boss.id, users.boss_id)),
		GROUP_BY(users.id))); /* reject: SELECT, item 1: ... */
#endif
}
