/* null-into-not-null: column */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, COALESCE(users.bio, "none"))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, users.bio)), /* reject: SET(username, users.bio): ... */
		ALL_ROWS));
#endif
}
