/* join-without-on: subquery; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(likes.user_id), FROM(likes), JOIN(posts, EQ(posts.id, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(likes.user_id), FROM(likes), JOIN(posts))), /* reject: JOIN(posts): ... */
		FROM(users)));
#endif
}
