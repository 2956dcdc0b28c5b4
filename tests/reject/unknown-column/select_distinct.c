/* unknown-column: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.age, 3)),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.aeg, 3)), /* reject: aeg */
		DISTINCT,
		FROM(users)));
#endif
}
