/* null-compared: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: NE(users.username, NULL): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, NE(users.username, NULL)))));
#endif
}
