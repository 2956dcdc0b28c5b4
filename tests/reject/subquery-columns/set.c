/* subquery-columns: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, SUBQUERY(SELECT(posts.id), FROM(posts)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		UPDATE(users, SET(boss_id, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)))),
		ALL_ROWS));
#endif
}
