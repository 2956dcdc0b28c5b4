/* subquery-columns: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3), SET(boss_id, SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3), SET(boss_id, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))))));
#endif
}
