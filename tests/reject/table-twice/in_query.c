/* table-twice: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), JOIN(boss, EQ(boss.id, users.boss_id)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id))): ... */
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), JOIN(users, EQ(users.id, users.boss_id)))))));
#endif
}
