/* derived-shape: query_type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: QUERY(totals, SELECT(posts.id, posts.title), FROM(posts)): ... */
		FROM(QUERY(totals, SELECT(posts.id, posts.title), FROM(posts)))));
#endif
}
