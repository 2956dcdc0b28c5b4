/* not-numeric: round */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ROUND(products.price, 1)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROUND(products.price, "1"): ... */
		SELECT(ROUND(products.price, "1")),
		FROM(products)));
#endif
}
