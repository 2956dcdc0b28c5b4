/* not-text: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
