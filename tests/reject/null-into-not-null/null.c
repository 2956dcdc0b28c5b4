/* null-into-not-null: null */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(score, NULL)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, NULL)), /* reject: : ... */
		ALL_ROWS));
#endif
}
