/* lock-misplaced: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), FOR_UPDATE())))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: FOR_UPDATE(): ... */
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(MAX(users.id)), FROM(users), FOR_UPDATE())))));
#endif
}
