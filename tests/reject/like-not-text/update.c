/* like-not-text: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
