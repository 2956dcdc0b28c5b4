/* type-mismatch: date_add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(products.made, products.lasts)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_ADD(products.made, products.id): ... */
		SELECT(DATE_ADD(products.made, products.id)),
		FROM(products)));
#endif
}
