/* json-key: get */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_GET(products.details, 1)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_GET(products.details, 1.5): ... */
		SELECT(JSON_GET(products.details, 1.5)),
		FROM(products)));
#endif
}
