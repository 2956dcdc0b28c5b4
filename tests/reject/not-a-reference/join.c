/* not-a-reference: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, ALONG(posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, ALONG(posts.title)))); /* reject: ALONG(posts.title): ... */
#endif
}
