/* relation-alias: along; second enforcer only */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, ALONG(users.posts, posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(boss, ALONG(users.posts, boss))));
#endif
}
