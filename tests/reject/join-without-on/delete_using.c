/* join-without-on: delete_using; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(likes),
		JOIN(posts, EQ(posts.id, 3)),
		WHERE(EQ(users.id, likes.user_id))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(likes),
		JOIN(posts), /* reject: JOIN(posts): ... */
		WHERE(EQ(users.id, likes.user_id))));
#endif
}
