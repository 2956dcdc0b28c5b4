/* unknown-table: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(uesrs, SET(age, 3)), /* reject: uesrs */
		ALL_ROWS));
#endif
}
