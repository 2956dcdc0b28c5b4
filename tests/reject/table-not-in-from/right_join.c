/* table-not-in-from: right_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(posts, EQ(posts.author_id, likes.user_id)))); /* reject: RIGHT_JOIN(posts, EQ(posts.author_id, likes.user_id)): ... */
#endif
}
