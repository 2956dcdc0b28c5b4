/* not-text: returning_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
