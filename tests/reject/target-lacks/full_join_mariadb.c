/* target-lacks: full_join_mariadb; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_POSTGRESQL
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
		FULL_JOIN(posts, ALONG(posts.author_id)))); /* reject: FULL_JOIN(posts, ALONG(posts.author_id)): ... */
#endif
}
