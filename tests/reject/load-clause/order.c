/* load-clause: order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, WHERE(EQ(posts.id, 3)), ORDER_BY(posts.id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, ORDER_BY(posts.id), WHERE(EQ(posts.id, 3)))))); /* reject: SELECTIN(users.posts, ORDER_BY(posts.id), WHERE(EQ(posts.id, 3))): ... */
#endif
}
