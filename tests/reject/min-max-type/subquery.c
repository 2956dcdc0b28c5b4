/* min-max-type: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(MAX(users.age)), FROM(users))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: MAX(users.is_active): ... */
		SELECT(posts.id, SUBQUERY(SELECT(MAX(users.is_active)), FROM(users))),
		FROM(posts)));
#endif
}
