/* clause-order: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(totals.number),
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		FROM(totals)));
#endif
}
