/* unknown-column: along */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(posts),
		JOIN(users, ALONG(posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(posts),
		JOIN(users, ALONG(posts.auhtor_id)))); /* reject: auhtor_id */
#endif
}
