/* table-not-in-from: any */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		WHERE(HAS(posts.author, users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(posts),
		FROM(posts),
		WHERE(HAS(posts.author, boss.is_active)))); /* reject: WHERE(HAS(posts.author, boss.is_active)): ... */
#endif
}
