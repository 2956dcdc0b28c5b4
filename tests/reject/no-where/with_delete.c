/* no-where: with_delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		DELETE_FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(totals.author), FROM(totals))))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		DELETE_FROM(users)));
#endif
}
