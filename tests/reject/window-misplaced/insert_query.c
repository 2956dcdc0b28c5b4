/* window-misplaced: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(posts, SET(author_id, users.id), SET(title, "x")),
		FROM(users),
		WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))); /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
#endif
}
