/* value-type: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(boss_id, SUBQUERY(SELECT(MAX(posts.author_id)), FROM(posts)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FROM(posts))): ... */
		UPDATE(users, SET(boss_id, SUBQUERY(SELECT(MAX(posts.title)), FROM(posts)))),
		ALL_ROWS));
#endif
}
