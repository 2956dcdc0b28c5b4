/* type-mismatch: in_subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: FROM(posts))): ... */
		WHERE(IN(users.username, SUBQUERY(SELECT(posts.author_id), FROM(posts))))));
#endif
}
