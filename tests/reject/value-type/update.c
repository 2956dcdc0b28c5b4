/* value-type: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 40)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, "forty")), /* reject: SET(age, "forty"): ... */
		ALL_ROWS));
#endif
}
