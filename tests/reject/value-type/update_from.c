/* value-type: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, posts.id)),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, posts.title)), /* reject: SET(age, posts.title): ... */
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#endif
}
