/* table-twice: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users))),
		CROSS_JOIN(posts)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users))),
		CROSS_JOIN(LATERAL(totals, SELECT(posts.id, posts.id), FROM(posts)))));
#endif
}
