/* column-read-only: auto_key */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(id, 3)), /* reject: SET, column id: ... */
		ALL_ROWS));
#endif
}
