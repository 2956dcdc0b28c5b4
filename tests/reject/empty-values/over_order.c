/* empty-values: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(IN(users.id, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(IN(users.id)))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
