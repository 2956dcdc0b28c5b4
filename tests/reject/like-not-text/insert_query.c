/* like-not-text: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
