/* empty-values: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, IN(boss.id, 3))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: IN(boss.id): ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, IN(boss.id))),
		FROM(boss)));
#endif
}
