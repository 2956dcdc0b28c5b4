/* target-lacks: for_update_sqlite; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(SKIP_LOCKED))); /* reject: FOR_UPDATE(SKIP_LOCKED): ... */
#endif
}
