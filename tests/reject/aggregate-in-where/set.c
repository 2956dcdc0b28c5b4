/* aggregate-in-where: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.age, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, MAX(users.age))), /* reject: SET(score, MAX(users.age)): ... */
		ALL_ROWS));
#endif
}
