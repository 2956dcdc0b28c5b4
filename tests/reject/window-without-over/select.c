/* window-without-over: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROW_NUMBER(): ... */
		SELECT(ROW_NUMBER()),
		FROM(users)));
#endif
}
