/* column-set-twice: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3), SET(bio, posts.title)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: INSERT_INTO(users, SET(username, posts.title), SET(age, 3), SET(username, posts.title)): ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3), SET(username, posts.title)),
		FROM(posts)));
#endif
}
