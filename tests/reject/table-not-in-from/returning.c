/* table-not-in-from: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, number)),
		RETURNING(users.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: RETURNING: ... */
		INSERT_INTO(users, SET(username, name), SET(age, number)),
		RETURNING(posts.id)));
#endif
}
