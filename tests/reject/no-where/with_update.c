/* no-where: with_update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		UPDATE(users, SET(age, 3)),
		WHERE(IN(users.id, SUBQUERY(SELECT(totals.author), FROM(totals))))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		UPDATE(users, SET(age, 3))));
#endif
}
