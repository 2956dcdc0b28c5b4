/* not-numeric: floor */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FLOOR(products.weight)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FLOOR(products.made): ... */
		SELECT(FLOOR(products.made)),
		FROM(products)));
#endif
}
