/* unknown-table: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), JOIN(posts, EQ(posts.author_id, users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), JOIN(psots, EQ(posts.author_id, users.id)))))); /* reject: psots */
#endif
}
