/* subquery-columns: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		/* reject: SUBQUERY(SELECT(posts.author_id, posts.id), FROM(posts)): ... */
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id, posts.id), FROM(posts))))));
#endif
}
