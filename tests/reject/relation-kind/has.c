/* relation-kind: has; compiler only: both are the same program */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY(users.posts, EQ(posts.id, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(HAS(users.posts, EQ(posts.id, 3))))); /* reject: HAS(users.posts, EQ(posts.id, 3)): ... */
#endif
}
