/* target-lacks: distinct_on_sqlite; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(users.age), /* reject: DISTINCT_ON(users.age): ... */
		FROM(users)));
#endif
}
