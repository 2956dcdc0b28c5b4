/* not-text: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, UPPER(users.username))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, UPPER(users.age))), /* reject: UPPER(users.age): ... */
		ALL_ROWS));
#endif
}
