/* target-lacks: lateral_sqlite; compiler only: a program without CQ_TARGETS is for every database */
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
		/* reject: LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)): ... */
		LEFT_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(totals.number, 3))));
#endif
}
