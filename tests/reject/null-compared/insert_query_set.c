/* null-compared: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, NE(boss.username, "x"))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(boss.username, NULL): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, NE(boss.username, NULL))),
		FROM(boss)));
#endif
}
