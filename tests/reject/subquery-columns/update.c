/* subquery-columns: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		/* reject: SUBQUERY(SELECT(posts.author_id, posts.id), FROM(posts)): ... */
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id, posts.id), FROM(posts))))));
#endif
}
