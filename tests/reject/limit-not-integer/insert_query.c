/* limit-not-integer: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		LIMIT(1)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		LIMIT(posts.id))); /* reject: LIMIT(posts.id): ... */
#endif
}
