/* subquery-columns: case_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, SUBQUERY(SELECT(posts.id), FROM(posts))), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))), ELSE(0))),
		FROM(users)));
#endif
}
