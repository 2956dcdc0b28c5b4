/* aggregate-in-where: update_from_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, LENGTH(posts.title))),
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COUNT(posts.id))), /* reject: SET(age, COUNT(posts.id)): ... */
		FROM(posts),
		WHERE(EQ(users.id, posts.author_id))));
#endif
}
