/* value-type: excluded */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(age, EXCLUDED(users.age)))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: SET(age, EXCLUDED(users.username)): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(age, EXCLUDED(users.username)))));
#endif
}
