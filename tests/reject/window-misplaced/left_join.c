/* window-misplaced: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), LT(posts.id, 10))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(SUM(posts.id)): ... */
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), LT(OVER(SUM(posts.id)), 10))));
#endif
}
