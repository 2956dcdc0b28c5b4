/* unknown-column: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.nubmer), /* reject: nubmer */
		FROM(VALUES_AS(totals, ROW(1, 2)))));
#endif
}
