/* type-mismatch: in_query_type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT_IN(users.id, SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: NOT_IN(users.id, SUBQUERY(SELECT(posts.title), FROM(posts))): ... */
		WHERE(NOT_IN(users.id, SUBQUERY(SELECT(posts.title), FROM(posts))))));
#endif
}
