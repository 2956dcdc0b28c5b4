/* not-a-date: extract */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(EQ(EXTRACT(YEAR, products.made), 2024))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: EXTRACT(YEAR, products.opens): ... */
		WHERE(EQ(EXTRACT(YEAR, products.opens), 2024))));
#endif
}
