/* json-key: text */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(EQ(JSON_TEXT(products.details, "a", 0), "a"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		/* reject: JSON_TEXT(products.details, "a", products.made): ... */
		WHERE(EQ(JSON_TEXT(products.details, "a", products.made), "a"))));
#endif
}
