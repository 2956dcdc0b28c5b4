/* relation-path: joined */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts, posts.author, users.reports))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts, posts.author, posts.fans)))); /* reject: JOINED(users.posts, posts.author, posts.fans): ... */
#endif
}
