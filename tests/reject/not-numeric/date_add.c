/* not-numeric: date_add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(DAY, products.made, 1)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_ADD(DAY, products.made, "1"): ... */
		SELECT(DATE_ADD(DAY, products.made, "1")),
		FROM(products)));
#endif
}
