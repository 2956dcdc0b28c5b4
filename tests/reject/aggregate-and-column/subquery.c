/* aggregate-and-column: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(MAX(posts.id), COUNT(posts.id)), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.title, COUNT(posts.id)), FROM(posts))))); /* reject: FROM(posts)): ... */
#endif
}
