/* target-lacks: with_insert; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_SQLITE
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		INSERT_INTO(users, SET(username, name), SET(age, 3))));
#endif
}
