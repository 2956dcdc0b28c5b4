/* target-lacks: for_share; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE
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
		FOR_SHARE())); /* reject: FOR_SHARE(): ... */
#endif
}
