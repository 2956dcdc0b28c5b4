/* table-not-in-from: conflict_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		WHERE(IS_NOT_NULL(posts.body)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, EXCLUDED(users.bio)))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, posts.title), SET(age, 3)),
		FROM(posts),
		WHERE(IS_NOT_NULL(posts.body)),
		/* reject: ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, posts.body)): ... */
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, posts.body))));
#endif
}
