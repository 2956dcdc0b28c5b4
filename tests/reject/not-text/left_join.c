/* not-text: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
