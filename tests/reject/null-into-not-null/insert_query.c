/* null-into-not-null: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.body), SET(age, 3)), /* reject: SET(username, posts.body): ... */
		FROM(posts)));
#endif
}
