/* subquery-columns: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(JSON_OBJECT("flag", IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))),
		FROM(users)));
#endif
}
