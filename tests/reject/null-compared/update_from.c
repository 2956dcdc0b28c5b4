/* null-compared: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
