/* operand-count: with plain table */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(users, SELECT(posts.author_id, posts.id), FROM(posts)), /* reject: WITH(users, SELECT(posts.author_id, posts.id), FROM(posts)): takes a table that CQ_DERIVED makes, and users is one of the database */
		SELECT(users.id),
		FROM(users)));
#endif
}
