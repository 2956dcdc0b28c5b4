/* table-not-in-from: join_later */
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
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, EQ(boss.id, posts.author_id)), /* reject: JOIN(boss, EQ(boss.id, posts.author_id)): ... */
		JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
