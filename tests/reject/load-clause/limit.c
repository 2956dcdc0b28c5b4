/* load-clause: limit */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, ORDER_BY(posts.id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, LIMIT(3))))); /* reject: SELECTIN(users.posts, LIMIT(3)): ... */
#endif
}
