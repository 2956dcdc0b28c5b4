/* null-compared: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, NE(users.username, "x"))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, NE(users.username, NULL))), /* reject: NE(users.username, NULL): ... */
		ALL_ROWS));
#endif
}
