/* target-lacks: with_update; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_SQLITE
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#endif
}
