/* not-numeric: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
#endif
}
