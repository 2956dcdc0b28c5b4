/* ternary-mismatch: when; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		WHERE(WHEN(newest, EITHER(count, EQ(posts.title, name), EQ(users.username, name))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		/* reject: pointer type mismatch */
		WHERE(WHEN(newest, count ? EQ(posts.title, name) : EQ(users.username, name)))));
#endif
}
