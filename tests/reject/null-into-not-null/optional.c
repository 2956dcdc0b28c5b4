/* null-into-not-null: optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, maybe)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, maybe)), /* reject: SET(age, maybe): ... */
		ALL_ROWS));
#endif
}
