/* having-without-group: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(GT(posts.id, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: HAVING(GT(posts.id, 3))): ... */
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), HAVING(GT(posts.id, 3))))));
#endif
}
