/* ternary-mismatch: order_by; compiler only: a ?: of two types has no value to write */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		ORDER_BY(EITHER(newest, DESC(posts.id), ASC(users.username)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id)),
		ORDER_BY(newest ? DESC(posts.id) : ASC(users.username)))); /* reject: pointer type mismatch */
#endif
}
