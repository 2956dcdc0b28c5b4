/* null-compared: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
