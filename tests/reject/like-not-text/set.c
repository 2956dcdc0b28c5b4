/* like-not-text: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, LIKE(users.username, "4%"))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, LIKE(users.age, "4%"))), /* reject: LIKE(users.age, "4%"): ... */
		ALL_ROWS));
#endif
}
