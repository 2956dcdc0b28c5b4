/* column-missing: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_NOTHING(users)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name)), /* reject: INSERT_INTO, column age: ... */
		ON_CONFLICT_DO_NOTHING(users)));
#endif
}
