/* not-json: get */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_GET(products.details, "a")),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_GET(products.weight, "a"): ... */
		SELECT(JSON_GET(products.weight, "a")),
		FROM(products)));
#endif
}
