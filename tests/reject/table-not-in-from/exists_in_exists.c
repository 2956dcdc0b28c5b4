/* table-not-in-from: exists_in_exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.post_id, posts.id))))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.post_id, products.id)))))): ... */
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.post_id, products.id))))))));
#endif
}
