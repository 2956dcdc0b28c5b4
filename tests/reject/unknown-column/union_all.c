/* unknown-column: union_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(users.aeg, 3))))); /* reject: aeg */
#endif
}
