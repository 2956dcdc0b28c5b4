/* ternary-mismatch: join; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EITHER(newest, EQ(posts.author_id, users.id), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: pointer type mismatch */
		JOIN(posts, newest ? EQ(posts.author_id, users.id) : EQ(users.age, 3))));
#endif
}
