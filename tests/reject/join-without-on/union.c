/* join-without-on: union; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(likes.user_id), FROM(likes), JOIN(posts, EQ(posts.id, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(likes.user_id), FROM(likes), JOIN(posts)))); /* reject: JOIN(posts): ... */
#endif
}
