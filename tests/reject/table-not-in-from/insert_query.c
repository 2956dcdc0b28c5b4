/* table-not-in-from: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET: ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(likes)));
#endif
}
