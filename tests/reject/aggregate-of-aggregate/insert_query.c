/* aggregate-of-aggregate: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, 3), SET(score, SUM(boss.id))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(COUNT(boss.id)): ... */
		INSERT_INTO(users, SET(username, "x"), SET(age, 3), SET(score, SUM(COUNT(boss.id)))),
		FROM(boss)));
#endif
}
