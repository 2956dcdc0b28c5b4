/* not-json: length */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		ORDER_BY(JSON_LENGTH(products.details))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: JSON_LENGTH(products.code): ... */
		ORDER_BY(JSON_LENGTH(products.code))));
#endif
}
