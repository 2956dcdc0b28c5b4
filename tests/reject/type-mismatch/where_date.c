/* type-mismatch: where_date */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(NE(products.made, products.made))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(NE(products.made, products.opens)))); /* reject: NE(products.made, products.opens): ... */
#endif
}
