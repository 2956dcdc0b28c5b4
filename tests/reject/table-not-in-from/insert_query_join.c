/* table-not-in-from: insert_query_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		JOIN(likes, EQ(likes.post_id, posts.id))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		/* reject: JOIN(likes, EQ(likes.post_id, products.id)): ... */
		JOIN(likes, EQ(likes.post_id, products.id))));
#endif
}
