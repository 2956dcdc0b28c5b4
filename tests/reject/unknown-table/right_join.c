/* unknown-table: right_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(posts, ALONG(posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		RIGHT_JOIN(post, users.is_active))); /* reject: post */
#endif
}
