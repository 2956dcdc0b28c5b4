/* column-missing: text */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3), SET(bio, name))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(age, 3), SET(bio, name)))); /* reject: INSERT_INTO, column username: ... */
#endif
}
