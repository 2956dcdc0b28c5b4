/* empty-select: with; compiler only: such a clause writes nothing */
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
		WITH(totals, SELECT(), FROM(posts)), /* reject: SELECT(): ... */
		SELECT(totals.number),
		FROM(totals)));
#endif
}
