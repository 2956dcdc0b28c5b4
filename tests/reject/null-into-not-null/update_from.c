/* null-into-not-null: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, posts.title)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, posts.body)), /* reject: SET(username, posts.body): ... */
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#endif
}
