/* aggregate-and-column: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(EXISTS(SELECT(MAX(users.username), COUNT(users.id)), FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: EXISTS(SELECT(users.username, COUNT(users.id)), FROM(users)): ... */
		WHERE(EXISTS(SELECT(users.username, COUNT(users.id)), FROM(users)))));
#endif
}
