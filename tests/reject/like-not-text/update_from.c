/* like-not-text: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(users),
		WHERE(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
