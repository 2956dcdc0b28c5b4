/* json-pairs: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		ORDER_BY(JSON_OBJECT("id", products.id, "code", products.code))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: JSON_OBJECT("id", products.id, "code"): ... */
		ORDER_BY(JSON_OBJECT("id", products.id, "code"))));
#endif
}
