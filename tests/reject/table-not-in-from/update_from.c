/* table-not-in-from: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, posts.id)),
		FROM(posts),
		WHERE(EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET: ... */
		UPDATE(users, SET(boss_id, likes.user_id)),
		FROM(posts),
		WHERE(EQ(posts.author_id, users.id))));
#endif
}
