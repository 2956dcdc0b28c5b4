/* type-mismatch: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), EQ(posts.title, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(posts.title, 3): ... */
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), EQ(posts.title, 3))));
#endif
}
