/* excluded-misplaced: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, users.username)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, EXCLUDED(users.bio))), /* reject: EXCLUDED(users.bio): ... */
		ALL_ROWS));
#endif
}
