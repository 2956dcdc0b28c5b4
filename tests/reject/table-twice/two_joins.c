/* table-twice: two_joins */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, EQ(boss.id, users.boss_id)),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		JOIN(boss, EQ(boss.id, users.boss_id)),
		JOIN(boss, EQ(boss.id, users.boss_id))));
#endif
}
