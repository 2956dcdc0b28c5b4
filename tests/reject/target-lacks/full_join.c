/* target-lacks: full_join; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_SQLITE | CQ_MARIADB
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, ALONG(posts.author_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FULL_JOIN(posts, ALONG(posts.author_id)))); /* reject: FULL_JOIN(posts, ALONG(posts.author_id)): ... */
#endif
}
