/* not-numeric: round_what */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ROUND(products.price)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROUND(products.made): ... */
		SELECT(ROUND(products.made)),
		FROM(products)));
#endif
}
