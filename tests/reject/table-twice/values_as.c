/* table-twice: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2))),
		CROSS_JOIN(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2))),
		CROSS_JOIN(VALUES_AS(totals, ROW(3, 4)))));
#endif
}
