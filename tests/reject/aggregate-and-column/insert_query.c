/* aggregate-and-column: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3), SET(boss_id, COUNT(posts.id))),
		FROM(posts)));
#endif
}
