/* null-into-not-null: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, FUNC(INTEGER, "abs", users.age))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, FUNC(NULLABLE(INTEGER), "abs", users.age)): ... */
		UPDATE(users, SET(age, FUNC(NULLABLE(INTEGER), "abs", users.age))),
		ALL_ROWS));
#endif
}
