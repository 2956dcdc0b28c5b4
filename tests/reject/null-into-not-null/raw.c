/* null-into-not-null: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, RAW(INTEGER, "abs(?)", users.age))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, RAW(NULLABLE(INTEGER), "abs(?)", users.age)): ... */
		UPDATE(users, SET(age, RAW(NULLABLE(INTEGER), "abs(?)", users.age))),
		ALL_ROWS));
#endif
}
