/* aggregate-in-where: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(GT(MAX(users.age), 3)))); /* reject: WHERE(GT(MAX(users.age), 3)): ... */
#endif
}
