/* unknown-table: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(uesrs.id), /* reject: uesrs */
		FROM(users)));
#endif
}
