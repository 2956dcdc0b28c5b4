/* unknown-column: set_insert */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(usernam, name), SET(age, 3)))); /* reject: usernam */
#endif
}
