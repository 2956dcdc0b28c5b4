/* clause-misplaced: insert_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		DISTINCT));
#endif
}
