/* not-numeric: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(EXISTS(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: ADD(users.username, 1): ... */
		WHERE(EXISTS(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3))))));
#endif
}
