/* subquery-columns: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(IN(COUNT(users.id), SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		/* reject: SUBQUERY(SELECT(posts.id, posts.title), FROM(posts)): ... */
		HAVING(IN(COUNT(users.id), SUBQUERY(SELECT(posts.id, posts.title), FROM(posts))))));
#endif
}
