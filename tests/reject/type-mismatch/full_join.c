/* type-mismatch: full_join */
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
		FULL_JOIN(users, GT(users.age, "three")))); /* reject: GT(users.age, "three"): ... */
#endif
}
