/* ternary-mismatch: where; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		WHERE(EITHER(newest, EQ(posts.title, name), EQ(users.username, name)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		WHERE(newest ? EQ(posts.title, name) : EQ(users.username, name)))); /* reject: pointer type mismatch */
#endif
}
