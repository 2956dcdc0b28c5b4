/* like-not-text: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, LIKE(boss.username, "4%"))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(boss.age, "4%"): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, LIKE(boss.age, "4%"))),
		FROM(boss)));
#endif
}
