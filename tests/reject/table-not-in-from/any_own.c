/* table-not-in-from: any_own */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY(users.posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY(posts.fans)))); /* reject: WHERE(ANY(posts.fans)): ... */
#endif
}
