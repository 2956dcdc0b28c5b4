/* null-into-not-null: expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, ADD(users.score, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.score, 1))), /* reject: SET(age, ADD(users.score, 1)): ... */
		ALL_ROWS));
#endif
}
