/* unknown-table: along */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(posts),
		JOIN(users, ALONG(posts.author_id, users))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(posts),
		JOIN(users, ALONG(posts.author_id, uesrs)))); /* reject: uesrs */
#endif
}
