/* alias-target: insert_into; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(boss, SET(username, name), SET(age, 3)))); /* reject: SET(age, 3)): ... */
#endif
}
