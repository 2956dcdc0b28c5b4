/* having-without-group: aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: HAVING(GT(COUNT(users.id), 3))): ... */
		SELECT(COUNT(users.id)),
		FROM(users),
		HAVING(GT(COUNT(users.id), 3))));
#endif
}
