/* table-not-in-from: select_aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		SELECT(COUNT(posts.id)),
		FROM(users)));
#endif
}
