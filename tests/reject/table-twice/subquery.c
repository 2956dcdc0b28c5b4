/* table-twice: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), JOIN(boss, EQ(boss.id, users.boss_id)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id))): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id)))),
		FROM(posts)));
#endif
}
