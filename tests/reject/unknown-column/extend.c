/* unknown-column: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(users.age, 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(users.aeg, 3)))); /* reject: aeg */
	return cq_execute(db, NULL, list);
#endif
}
