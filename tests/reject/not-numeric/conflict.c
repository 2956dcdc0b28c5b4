/* not-numeric: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, GT(ADD(users.age, 1), 3)))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: ADD(users.username, 1): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, GT(ADD(users.username, 1), 3)))));
#endif
}
