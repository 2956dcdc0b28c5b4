/* derived-shape: with */
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
		WITH(totals, SELECT(posts.title, posts.id), FROM(posts)), /* reject: WITH(totals, SELECT(posts.title, posts.id), FROM(posts)): ... */
		SELECT(totals.number),
		FROM(totals)));
#endif
}
