/* table-not-in-from: where_optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, WHEN(newest, EQ(users.id, large))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(posts.author_id, large)))): ... */
		WHERE(AND(users.is_active, WHEN(newest, EQ(posts.author_id, large))))));
#endif
}
