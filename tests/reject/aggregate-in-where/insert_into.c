/* aggregate-in-where: insert_into */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET: ... */
		INSERT_INTO(users, SET(username, name), SET(score, COUNT_ROWS()), SET(age, 3))));
#endif
}
