/* along-many-to-many: where; second enforcer only */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(users),
		WHERE(ALONG(posts.author))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(users),
		WHERE(ALONG(posts.fans))));
#endif
}
