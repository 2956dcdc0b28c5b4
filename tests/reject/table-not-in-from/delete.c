/* table-not-in-from: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(EQ(posts.author_id, large)))); /* reject: WHERE(EQ(posts.author_id, large)): ... */
#endif
}
