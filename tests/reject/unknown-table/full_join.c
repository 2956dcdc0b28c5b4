/* unknown-table: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts, EQ(posts.id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(psots, EQ(posts.id, users.id)))); /* reject: psots */
#endif
}
