/* null-into-not-null: null_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, VALUE(3))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, NULL_OF(INTEGER))), /* reject: SET(age, NULL_OF(INTEGER)): ... */
		ALL_ROWS));
#endif
}
