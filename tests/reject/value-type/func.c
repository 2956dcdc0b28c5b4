/* value-type: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, FUNC(INTEGER, "length", users.username))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, FUNC(TEXT, "upper", users.username)): ... */
		UPDATE(users, SET(age, FUNC(TEXT, "upper", users.username))),
		ALL_ROWS));
#endif
}
