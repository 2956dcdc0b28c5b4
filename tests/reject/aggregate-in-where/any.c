/* aggregate-in-where: any */
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
		WHERE(ANY(users.posts, GT(COUNT(posts.id), 3))))); /* reject: ANY(users.posts, GT(COUNT(posts.id), 3)): ... */
#endif
}
