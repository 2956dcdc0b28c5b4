/* not-an-assignment: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: EQ(users.score, 3)): ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3), EQ(users.score, 3))));
#endif
}
