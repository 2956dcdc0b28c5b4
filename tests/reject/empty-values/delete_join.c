/* empty-values: delete_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, IN(users.id, 3)),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, IN(users.id)), /* reject: IN(users.id): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
