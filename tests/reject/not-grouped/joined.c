/* not-grouped: joined */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, COUNT(posts.id)),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		GROUP_BY(users.id)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, posts.title),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		GROUP_BY(users.id))); /* reject: SELECT, item 2: ... */
#endif
}
