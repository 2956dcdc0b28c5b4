/* null-compared: delete_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, NE(users.username, "x")),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(likes),
		JOIN(users, NE(users.username, NULL)), /* reject: NE(users.username, NULL): ... */
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
