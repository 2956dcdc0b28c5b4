/* ternary-mismatch: and; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		WHERE(AND(users.is_active, EITHER(newest, EQ(posts.title, name), EQ(users.age, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		/* reject: pointer type mismatch */
		WHERE(AND(users.is_active, newest ? EQ(posts.title, name) : EQ(users.age, 3)))));
#endif
}
