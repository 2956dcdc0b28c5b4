/* along-many-to-many: within; second enforcer only */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(users, ALONG(posts.fans), users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(users, AND(ALONG(posts.fans), users.is_active))));
#endif
}
