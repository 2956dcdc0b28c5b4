/* column-missing: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name)), /* reject: INSERT_INTO, column age: ... */
		RETURNING(users.id)));
#endif
}
