/* cast-type: time */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		ORDER_BY(CAST(products.made, TIMESTAMP))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: CAST(products.opens, TIMESTAMP): ... */
		ORDER_BY(CAST(products.opens, TIMESTAMP))));
#endif
}
