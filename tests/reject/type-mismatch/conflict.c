/* type-mismatch: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: GT(users.age, "three"): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, GT(users.age, "three")))));
#endif
}
