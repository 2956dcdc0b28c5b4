/* derived-shape: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)), users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		/* reject: LATERAL(totals, SELECT_ALL(posts), FROM(posts)): ... */
		JOIN(LATERAL(totals, SELECT_ALL(posts), FROM(posts)), users.is_active)));
#endif
}
