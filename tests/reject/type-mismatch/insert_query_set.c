/* type-mismatch: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(boss.age, 3))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: GT(boss.age, "three"): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(boss.age, "three"))),
		FROM(boss)));
#endif
}
