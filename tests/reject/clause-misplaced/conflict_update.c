/* clause-misplaced: conflict_update */
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
		ON_CONFLICT_DO_NOTHING(users)));
#endif
}
