/* clause-misplaced: with_update */
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
		/* reject: WITH(totals, UPDATE(posts, SET(title, "x")), ALL_ROWS): ... */
		WITH(totals, UPDATE(posts, SET(title, "x")), ALL_ROWS),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
