/* subquery-columns: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), ELSE(false))),
		FROM(users)));
#endif
}
