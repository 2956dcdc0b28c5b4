/* unknown-column: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, GT(users.aeg, 3)))); /* reject: aeg */
#endif
}
