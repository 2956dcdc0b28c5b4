/* unknown-column: lateral_column */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.nubmer), /* reject: nubmer */
		FROM(users),
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
#endif
}
