/* table-not-in-from: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts, EQ(likes.user_id, users.id)))); /* reject: FULL_JOIN(posts, EQ(likes.user_id, users.id)): ... */
#endif
}
