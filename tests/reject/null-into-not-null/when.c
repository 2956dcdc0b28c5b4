/* null-into-not-null: when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(username, name))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(username, NULL_OF(TEXT)): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(username, NULL_OF(TEXT)))),
		ALL_ROWS));
#endif
}
