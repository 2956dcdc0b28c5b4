/* unknown-table: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT_ROWS(), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT_ROWS(), uesrs.is_active)), /* reject: uesrs */
		FROM(users)));
#endif
}
