/* not-numeric: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(SUB(posts.author_id, 1), users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(SUB(posts.title, 1), users.id)))); /* reject: SUB(posts.title, 1): ... */
#endif
}
