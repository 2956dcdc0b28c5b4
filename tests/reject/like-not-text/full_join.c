/* like-not-text: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
