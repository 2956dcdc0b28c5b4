/* unknown-word: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.age, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, PLUS(users.age, 1))), /* reject: PLUS */
		ALL_ROWS));
#endif
}
