/* value-type: ternary */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, newest ? users.age : users.age)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, newest ? users.username : users.username): ... */
		UPDATE(users, SET(age, newest ? users.username : users.username)),
		ALL_ROWS));
#endif
}
