/* lock-misplaced: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(NOWAIT)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		FOR_UPDATE(NOWAIT))); /* reject: FOR_UPDATE(NOWAIT): ... */
#endif
}
