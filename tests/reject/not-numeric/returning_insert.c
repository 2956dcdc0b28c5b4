/* not-numeric: returning_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
#endif
}
