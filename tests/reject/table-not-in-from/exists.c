/* table-not-in-from: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.post_id, posts.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: users.id)))): ... */
		WHERE(EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.user_id, users.id))))));
#endif
}
