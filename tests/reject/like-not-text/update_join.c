/* like-not-text: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, LIKE(users.username, "4%")),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, LIKE(users.age, "4%")), /* reject: LIKE(users.age, "4%"): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
