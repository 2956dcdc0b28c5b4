/* table-not-in-from: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(newest, IS_NULL(posts.body)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IS_NULL(likes.remark))): ... */
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(newest, IS_NULL(likes.remark)))));
#endif
}
