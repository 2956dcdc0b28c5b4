/* not-text: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(LOWER(posts.title), users.username))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(LOWER(posts.author_id), users.username)))); /* reject: LOWER(posts.author_id): ... */
#endif
}
