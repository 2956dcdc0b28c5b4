/* table-twice: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		JOIN(boss, EQ(boss.id, posts.author_id)),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		JOIN(users, EQ(users.id, posts.author_id)),
		WHERE(users.is_active)));
#endif
}
