/* not-numeric: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, GT(ADD(users.age, 1), 3)),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, GT(ADD(users.username, 1), 3)), /* reject: ADD(users.username, 1): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
