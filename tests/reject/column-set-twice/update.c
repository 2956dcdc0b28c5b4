/* column-set-twice: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), SET(score, 4)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), SET(age, 4)), /* reject: SET(age, 4)): ... */
		ALL_ROWS));
#endif
}
