/* like-not-text: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, LIKE(posts.title, users.username))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, LIKE(posts.title, users.id)))); /* reject: LIKE(posts.title, users.id): ... */
#endif
}
