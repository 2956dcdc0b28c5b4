/* not-text: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, EQ(LOWER(boss.username), "x"))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(boss.age): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, EQ(LOWER(boss.age), "x"))),
		FROM(boss)));
#endif
}
