/* load-clause: joined */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts, WHERE(EQ(posts.id, 3)))))); /* reject: JOINED(users.posts, WHERE(EQ(posts.id, 3))): ... */
#endif
}
