/* lock-misplaced: distinct */
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
		SELECT(users.id),
		DISTINCT,
		FROM(users),
		FOR_SHARE(SKIP_LOCKED))); /* reject: FOR_SHARE(SKIP_LOCKED): ... */
#endif
}
