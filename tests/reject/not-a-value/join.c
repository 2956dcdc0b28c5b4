/* not-a-value: join; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, large))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, &large)))); /* reject: EQ(posts.author_id, &large): ... */
#endif
}
