/* aggregate-and-column: select_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ALL(users)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: FROM(users)): ... */
		SELECT(ALL(users), COUNT(users.id)),
		FROM(users)));
#endif
}
