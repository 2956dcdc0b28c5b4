/* table-not-in-from: using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(posts.author_id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(EQ(likes.user_id, users.id)))); /* reject: WHERE(EQ(likes.user_id, users.id)): ... */
#endif
}
