/* unknown-table: right_join_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		RIGHT_JOIN(posts, EQ(posts.id, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		RIGHT_JOIN(psots, EQ(posts.id, users.id)))); /* reject: psots */
#endif
}
