/* aggregate-of-aggregate: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(EXISTS(SELECT(SUM(users.id)), FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(EXISTS(SELECT(SUM(COUNT(users.id))), FROM(users))))); /* reject: SUM(COUNT(users.id)): ... */
#endif
}
