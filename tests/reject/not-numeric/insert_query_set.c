/* not-numeric: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(ADD(boss.age, 1), 3))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(boss.username, 1): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(ADD(boss.username, 1), 3))),
		FROM(boss)));
#endif
}
