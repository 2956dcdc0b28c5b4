/* aggregate-in-where: delete_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, GT(users.age, 3)),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, GT(MAX(users.age), 3)), /* reject: JOIN(users, GT(MAX(users.age), 3)): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
