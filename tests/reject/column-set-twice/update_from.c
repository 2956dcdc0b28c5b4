/* column-set-twice: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, posts.title), SET(username, posts.title)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: UPDATE(users, SET(bio, posts.title), SET(bio, posts.title)): ... */
		UPDATE(users, SET(bio, posts.title), SET(bio, posts.title)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#endif
}
