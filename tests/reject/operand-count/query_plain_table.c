/* operand-count: query plain table */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(QUERY(users, SELECT(posts.id), FROM(posts))))); /* reject: QUERY(users, SELECT(posts.id), FROM(posts)): takes a table that CQ_DERIVED makes, and users is one of the database */
#endif
}
