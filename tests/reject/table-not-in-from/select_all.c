/* table-not-in-from: select_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		SELECT_ALL(posts),
		FROM(users)));
#endif
}
