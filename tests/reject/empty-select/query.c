/* empty-select: query; compiler only: such a clause writes nothing */
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
		FROM(QUERY(totals, SELECT(), FROM(posts))))); /* reject: SELECT(): ... */
#endif
}
