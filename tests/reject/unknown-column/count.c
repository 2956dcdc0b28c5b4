/* unknown-column: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.idd)), /* reject: idd */
		FROM(users)));
#endif
}
