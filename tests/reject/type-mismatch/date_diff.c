/* type-mismatch: date_diff */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_DIFF(DAY, TODAY(), products.made)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_DIFF(DAY, NOW(), products.made): ... */
		SELECT(DATE_DIFF(DAY, NOW(), products.made)),
		FROM(products)));
#endif
}
