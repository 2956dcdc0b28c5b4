/* value-type: insert_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, posts.id)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, posts.title): ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, posts.title)),
		FROM(posts)));
#endif
}
