/* not-an-assignment: insert_both */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, VALUES(people, count))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(age, 3), VALUES(people, count)))); /* reject: VALUES(people, count)): ... */
#endif
}
