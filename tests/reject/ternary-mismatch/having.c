/* ternary-mismatch: having; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		GROUP_BY(users.id),
		HAVING(EITHER(newest, GT(COUNT(posts.id), 3), GT(COUNT(users.id), 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		GROUP_BY(users.id),
		HAVING(newest ? GT(COUNT(posts.id), 3) : GT(COUNT(users.id), 3)))); /* reject: pointer type mismatch */
#endif
}
