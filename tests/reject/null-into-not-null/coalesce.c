/* null-into-not-null: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COALESCE(users.score, 0))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, COALESCE(users.score, users.score)): ... */
		UPDATE(users, SET(age, COALESCE(users.score, users.score))),
		ALL_ROWS));
#endif
}
