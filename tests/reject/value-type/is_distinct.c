/* value-type: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, users.age)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, IS_DISTINCT(users.bio, NULL)): ... */
		UPDATE(users, SET(age, IS_DISTINCT(users.bio, NULL))),
		ALL_ROWS));
#endif
}
