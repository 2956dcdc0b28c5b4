/* clause-order: conflict */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_NOTHING(users),
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id),
		ON_CONFLICT_DO_NOTHING(users)));
#endif
}
