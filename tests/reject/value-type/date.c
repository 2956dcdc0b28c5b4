/* value-type: date */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, EXTRACT(YEAR, NOW()))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, NOW())), /* reject: SET(age, NOW()): ... */
		ALL_ROWS));
#endif
}
