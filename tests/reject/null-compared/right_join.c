/* null-compared: right_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		RIGHT_JOIN(users, NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		RIGHT_JOIN(users, NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
