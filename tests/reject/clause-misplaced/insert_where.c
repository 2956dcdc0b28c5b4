/* clause-misplaced: insert_where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: WHERE(users.is_active)): ... */
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		WHERE(users.is_active)));
#endif
}
