/* subquery-columns: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, COALESCE(SUBQUERY(SELECT(posts.id), FROM(posts)), 0))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		FROM(VALUES_AS(totals, ROW(1, COALESCE(SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)), 0))))));
#endif
}
