/* unknown-variable: values */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, VALUES(people, count))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, VALUES(nosuch, count)))); /* reject: nosuch */
#endif
}
