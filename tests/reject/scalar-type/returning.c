/* scalar-type: returning */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.id)));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		RETURNING(users.username)));
#endif
}
