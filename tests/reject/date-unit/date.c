/* date-unit: date */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(DAY, products.made, 3)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_ADD(HOUR, products.made, 3): ... */
		SELECT(DATE_ADD(HOUR, products.made, 3)),
		FROM(products)));
#endif
}
