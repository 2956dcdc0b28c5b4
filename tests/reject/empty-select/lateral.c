/* empty-select: lateral; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(LATERAL(totals, SELECT(), FROM(posts))))); /* reject: SELECT(): ... */
#endif
}
