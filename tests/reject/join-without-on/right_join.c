/* join-without-on: right_join; compiler only: nothing is written */
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
		RIGHT_JOIN(posts))); /* reject: RIGHT_JOIN(posts): ... */
#endif
}
