/* clause-misplaced: union_lock */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: UNION(SELECT(posts.id), FROM(posts), FOR_UPDATE()): ... */
		UNION(SELECT(posts.id), FROM(posts), FOR_UPDATE())));
#endif
}
