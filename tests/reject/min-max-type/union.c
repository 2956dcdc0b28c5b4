/* min-max-type: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(posts.title)),
		FROM(posts),
		UNION(SELECT(MAX(users.username)), FROM(users))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(posts.title)),
		FROM(posts),
		UNION(SELECT(MAX(users.is_active)), FROM(users)))); /* reject: MAX(users.is_active): ... */
#endif
}
