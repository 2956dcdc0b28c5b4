/* clause-misplaced: update_from */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		UPDATE(users, SET(boss_id, 3)),
		FROM(posts),
		ALL_ROWS));
#endif
}
