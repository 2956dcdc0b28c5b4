/* type-mismatch: where_text_of_uuid */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(EQ(products.code, products.code))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(EQ(products.code, name)))); /* reject: EQ(products.code, name): ... */
#endif
}
