/* value-type: json */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COALESCE(JSON_LENGTH(JSON_ARRAY(1)), 0))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, JSON_OBJECT("a", 1))), /* reject: SET(age, JSON_OBJECT("a", 1)): ... */
		ALL_ROWS));
#endif
}
