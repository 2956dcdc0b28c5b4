/* target-lacks: for_update; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_MARIADB
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
		FOR_UPDATE())); /* reject: FOR_UPDATE(): ... */
#endif
}
