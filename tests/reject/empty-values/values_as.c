/* empty-values: values_as; compiler only: without its rows a source is none */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals)))); /* reject: VALUES_AS(totals): ... */
#endif
}
