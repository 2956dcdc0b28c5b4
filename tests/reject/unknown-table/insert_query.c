/* unknown-table: insert_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, 3)),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, "x"), SET(age, 3)),
		FROM(psots))); /* reject: psots */
#endif
}
