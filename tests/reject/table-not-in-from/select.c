/* table-not-in-from: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.age),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		SELECT(users.id, posts.title),
		FROM(users)));
#endif
}
