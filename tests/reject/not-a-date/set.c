/* not-a-date: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(created_at, DATE_TRUNC(DAY, users.updated_at))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_TRUNC(DAY, users.bio): ... */
		UPDATE(users, SET(created_at, DATE_TRUNC(DAY, users.bio))),
		ALL_ROWS));
#endif
}
