/* value-type: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, CAST(users.username, INTEGER))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, CAST(users.age, TEXT))), /* reject: SET(age, CAST(users.age, TEXT)): ... */
		ALL_ROWS));
#endif
}
