/* json-pairs: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("id", products.id)),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_OBJECT("id"): ... */
		SELECT(JSON_OBJECT("id")),
		FROM(products)));
#endif
}
