/* null-into-not-null: json_length */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COALESCE(JSON_LENGTH(JSON_ARRAY(1)), 0))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(age, JSON_LENGTH(JSON_ARRAY(1))): ... */
		UPDATE(users, SET(age, JSON_LENGTH(JSON_ARRAY(1)))),
		ALL_ROWS));
#endif
}
