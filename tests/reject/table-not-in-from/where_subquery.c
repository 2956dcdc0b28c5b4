/* table-not-in-from: where_subquery */
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
		WHERE(IN(users.id, SUBQUERY(SELECT(likes.user_id), FROM(posts)))))); /* reject: FROM(posts)))): ... */
#endif
}
