/* target-lacks: string_agg_order; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(users.username, ", ", ORDER_BY(users.id)): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(users.id))),
		FROM(users)));
#endif
}
