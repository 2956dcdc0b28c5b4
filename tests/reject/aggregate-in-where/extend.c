/* aggregate-in-where: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(users.age, 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(MAX(users.age), 3)))); /* reject: WHERE(GT(MAX(users.age), 3)): ... */
	return cq_execute(db, NULL, list);
#endif
}
