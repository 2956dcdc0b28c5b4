/* not-a-date: interval */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(products.made, products.lasts)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_ADD(products.opens, products.lasts): ... */
		SELECT(DATE_ADD(products.opens, products.lasts)),
		FROM(products)));
#endif
}
