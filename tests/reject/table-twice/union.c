/* table-twice: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), JOIN(boss, EQ(boss.id, users.boss_id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: UNION(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id))): ... */
		UNION(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id)))));
#endif
}
