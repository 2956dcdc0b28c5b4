/* not-a-condition: delete_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, users.is_active),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, users.age), /* reject: JOIN(users, users.age): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
