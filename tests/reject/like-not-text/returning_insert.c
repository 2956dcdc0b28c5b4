/* like-not-text: returning_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id, LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
