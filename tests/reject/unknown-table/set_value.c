/* unknown-table: set_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.age, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(uesrs.age, 1))), /* reject: uesrs */
		ALL_ROWS));
#endif
}
