/* not-a-condition: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), WHERE(users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), WHERE(users.age)))); /* reject: WHERE(users.age): ... */
#endif
}
