/* column-set-twice: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3), SET(bio, name))));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(username, name)): ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3), SET(username, name))));
#endif
}
