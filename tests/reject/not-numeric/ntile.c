/* not-numeric: ntile */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(NTILE(4), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NTILE("4"): ... */
		SELECT(OVER(NTILE("4"), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
