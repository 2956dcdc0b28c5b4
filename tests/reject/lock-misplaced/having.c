/* lock-misplaced: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(SKIP_LOCKED)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(GT(COUNT_ROWS(), 1)),
		FOR_UPDATE(SKIP_LOCKED))); /* reject: FOR_UPDATE(SKIP_LOCKED): ... */
#endif
}
