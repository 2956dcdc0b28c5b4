/* not-numeric: ceil */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		ORDER_BY(CEIL(products.weight))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: CEIL(products.made): ... */
		ORDER_BY(CEIL(products.made))));
#endif
}
