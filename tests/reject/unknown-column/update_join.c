/* unknown-column: update_join */
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
		JOIN(users, GT(users.aeg, 3)), /* reject: aeg */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
