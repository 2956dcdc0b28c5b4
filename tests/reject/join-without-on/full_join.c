/* join-without-on: full_join; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts, EQ(posts.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts))); /* reject: FULL_JOIN(posts): ... */
#endif
}
