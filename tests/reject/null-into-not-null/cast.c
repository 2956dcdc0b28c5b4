/* null-into-not-null: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, CAST(users.id, INTEGER))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, CAST(users.score, INTEGER)): ... */
		UPDATE(users, SET(age, CAST(users.score, INTEGER))),
		ALL_ROWS));
#endif
}
