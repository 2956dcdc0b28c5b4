/* not-a-condition: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(users.is_active))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WHERE(users.age): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(users.age))),
		FROM(posts)));
#endif
}
