/* table-twice: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), JOIN(likes, EQ(likes.post_id, posts.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JOIN(posts, EQ(posts.author_id, posts.id))): ... */
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), JOIN(posts, EQ(posts.author_id, posts.id))))));
#endif
}
