/* not-a-relation: path; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts, posts.fans))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(JOINED(users.posts, posts.id)))); /* reject: JOINED(users.posts, posts.id): ... */
#endif
}
