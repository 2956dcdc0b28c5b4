/* table-not-in-from: along_relation */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(users, ALONG(posts.author))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(users, ALONG(boss.posts)))); /* reject: JOIN(users, ALONG(boss.posts)): ... */
#endif
}
