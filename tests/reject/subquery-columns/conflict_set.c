/* subquery-columns: conflict_set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(boss_id, SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, 3)),
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(boss_id, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))))));
#endif
}
