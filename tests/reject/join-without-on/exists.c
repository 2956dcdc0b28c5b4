/* join-without-on: exists; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), JOIN(likes, EQ(likes.post_id, posts.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), JOIN(likes))))); /* reject: JOIN(likes): ... */
#endif
}
