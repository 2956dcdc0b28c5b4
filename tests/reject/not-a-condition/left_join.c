/* not-a-condition: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, posts.title))); /* reject: LEFT_JOIN(posts, posts.title): ... */
#endif
}
