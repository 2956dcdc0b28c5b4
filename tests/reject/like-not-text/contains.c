/* like-not-text: contains */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(CONTAINS(VALUE(name), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(CONTAINS(products.made, "x")))); /* reject: CONTAINS(products.made, "x"): ... */
#endif
}
