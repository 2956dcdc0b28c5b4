/* window-misplaced: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, GT(users.age, 3)),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, GT(OVER(RANK(), ORDER_BY(users.id)), 3)), /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
