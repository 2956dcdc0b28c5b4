/* null-compared: returning_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
