/* unknown-column: update_from */
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
		WHERE(GT(users.aeg, 3)))); /* reject: aeg */
#endif
}
