/* not-numeric: except */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		EXCEPT(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: ADD(users.username, 1): ... */
		EXCEPT(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3)))));
#endif
}
