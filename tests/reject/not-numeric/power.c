/* not-numeric: power */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(POWER(products.weight, 2)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: POWER(products.weight, products.made): ... */
		SELECT(POWER(products.weight, products.made)),
		FROM(products)));
#endif
}
