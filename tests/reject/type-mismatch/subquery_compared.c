/* type-mismatch: subquery_compared */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.id, SUBQUERY(SELECT(MAX(posts.id)), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(users.id, SUBQUERY(SELECT(MAX(posts.title)), FROM(posts))): ... */
		WHERE(EQ(users.id, SUBQUERY(SELECT(MAX(posts.title)), FROM(posts))))));
#endif
}
