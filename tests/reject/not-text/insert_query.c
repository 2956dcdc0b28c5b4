/* not-text: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
