/* null-into-not-null: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, name)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(username, NULL_TEXT)), /* reject: : ... */
		ALL_ROWS));
#endif
}
