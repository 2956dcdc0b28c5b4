/* having-without-group: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		WHERE(GT(posts.id, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		HAVING(GT(posts.id, 3))));
#endif
}
