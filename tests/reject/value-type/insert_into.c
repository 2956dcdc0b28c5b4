/* value-type: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, number))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, number), SET(age, number)))); /* reject: SET(username, number): ... */
#endif
}
