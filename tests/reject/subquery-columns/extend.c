/* subquery-columns: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))); /* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
	return cq_execute(db, NULL, list);
#endif
}
