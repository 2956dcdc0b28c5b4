/* clause-misplaced: union_limit */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		LIMIT(3)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts), LIMIT(3)))); /* reject: UNION(SELECT(posts.id), FROM(posts), LIMIT(3)): ... */
#endif
}
