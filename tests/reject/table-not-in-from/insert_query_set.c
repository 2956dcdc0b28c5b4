/* table-not-in-from: insert_query_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(boss.age, 3))),
		FROM(boss)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SET: ... */
		INSERT_INTO(users, SET(username, boss.username), SET(age, 3), SET(is_active, GT(products.id, 3))),
		FROM(boss)));
#endif
}
