/* target-lacks: recursive limit; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION_ALL(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.number),
		FROM(totals),
		LIMIT(9)));
#else
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION_ALL(SELECT(totals.author, totals.number), FROM(totals)), LIMIT(9)), /* reject: LIMIT(9)): ... */
		SELECT(totals.number),
		FROM(totals)));
#endif
}
