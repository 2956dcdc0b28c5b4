/* unknown-column: json */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_TEXT(JSON_OBJECT("a", products.id), "a")),
		FROM(products)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: di */
		SELECT(JSON_TEXT(JSON_OBJECT("a", products.di), "a")),
		FROM(products)));
#endif
}
