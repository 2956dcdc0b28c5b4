/* table-not-in-from: select_alias */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		SELECT(boss.id),
		FROM(users)));
#endif
}
