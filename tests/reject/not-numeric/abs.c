/* not-numeric: abs */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ABS(products.weight)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ABS(products.made): ... */
		SELECT(ABS(products.made)),
		FROM(products)));
#endif
}
