/* target-lacks: lateral; compiler only: a program without CQ_TARGETS is for every database */
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
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts))))); /* reject: LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)): ... */
#endif
}
