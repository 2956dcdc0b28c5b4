/* relation-path: selectin */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, posts.fans))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, users.posts)))); /* reject: SELECTIN(users.posts, users.posts): ... */
#endif
}
