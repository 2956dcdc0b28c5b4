/* unknown-table: insert_values */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, VALUES(people, count))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(uesrs, VALUES(people, count)))); /* reject: uesrs */
#endif
}
