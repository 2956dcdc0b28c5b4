/* window-misplaced: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(users.age, 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))); /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
	return cq_execute(db, NULL, list);
#endif
}
