/* table-not-in-from: along */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(likes, ALONG(likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		JOIN(likes, ALONG(boss.boss_id)))); /* reject: JOIN(likes, ALONG(boss.boss_id)): ... */
#endif
}
