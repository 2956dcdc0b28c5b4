/* null-into-not-null: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, EITHER(newest, users.age, VALUE(3)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, EITHER(newest, users.score, VALUE(3))): ... */
		UPDATE(users, SET(age, EITHER(newest, users.score, VALUE(3)))),
		ALL_ROWS));
#endif
}
