/* value-type: column */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, users.username)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(bio, users.age)), /* reject: SET(bio, users.age): ... */
		ALL_ROWS));
#endif
}
