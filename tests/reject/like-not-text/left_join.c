/* like-not-text: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
