/* no-where: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		JOIN(likes, EQ(likes.post_id, posts.id)),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(age, 3)),
		FROM(posts),
		JOIN(likes, EQ(likes.post_id, posts.id))));
#endif
}
