/* unknown-column: insert_query_column */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(usrename, posts.title), SET(age, 3)), /* reject: usrename */
		FROM(posts)));
#endif
}
