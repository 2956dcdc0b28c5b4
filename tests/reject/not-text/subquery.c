/* not-text: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x")))),
		FROM(posts)));
#endif
}
