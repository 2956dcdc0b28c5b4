/* subquery-columns: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(CQ_CASE(CASE_WHEN(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), 1), ELSE(0))),
		FROM(users)));
#endif
}
