/* derived-shape: values_as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, ROW(1, 2), ROW(3, 4)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(VALUES_AS(totals, VALUE(1), VALUE(2))))); /* reject: VALUES_AS(totals, VALUE(1), VALUE(2)): ... */
#endif
}
