/* empty-values: left_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, IN(users.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		LEFT_JOIN(users, IN(users.id)))); /* reject: IN(users.id): ... */
#endif
}
