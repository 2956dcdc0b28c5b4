/* not-numeric: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
#endif
}
