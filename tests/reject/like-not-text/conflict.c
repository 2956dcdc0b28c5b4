/* like-not-text: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: LIKE(users.age, "4%"): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(is_active, LIKE(users.age, "4%")))));
#endif
}
