/* not-text: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, EQ(LOWER(users.username), "x")),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, EQ(LOWER(users.age), "x")), /* reject: LOWER(users.age): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
