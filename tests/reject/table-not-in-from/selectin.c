/* table-not-in-from: selectin */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, WHERE(EQ(posts.id, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		OPTIONS(SELECTIN(users.posts, WHERE(EQ(users.id, 3)))))); /* reject: SELECTIN(users.posts, WHERE(EQ(users.id, 3))): ... */
#endif
}
