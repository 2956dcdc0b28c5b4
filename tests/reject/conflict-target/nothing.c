/* conflict-target: nothing; second enforcer only: the constraints of a table are rows of data */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_NOTHING(users, KEY(username))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_NOTHING(users, KEY(username, age))));
#endif
}
