/* aggregate-and-column: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: FROM(users)): ... */
		SELECT(users.username, COUNT(users.id)),
		FROM(users)));
#endif
}
