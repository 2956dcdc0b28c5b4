/* date-unit: extract */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EXTRACT(DAY_OF_YEAR, products.made)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: EXTRACT(HOUR, products.made): ... */
		SELECT(EXTRACT(HOUR, products.made)),
		FROM(products)));
#endif
}
