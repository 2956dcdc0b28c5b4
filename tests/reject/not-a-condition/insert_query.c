/* not-a-condition: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(users.age))); /* reject: WHERE(users.age): ... */
#endif
}
