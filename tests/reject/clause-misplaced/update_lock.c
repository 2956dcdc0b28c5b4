/* clause-misplaced: update_lock */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		FOR_UPDATE()));
#endif
}
