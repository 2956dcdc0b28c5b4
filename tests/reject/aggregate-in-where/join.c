/* aggregate-in-where: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JOIN(posts, EQ(MAX(posts.author_id), users.id)): ... */
		JOIN(posts, EQ(MAX(posts.author_id), users.id))));
#endif
}
