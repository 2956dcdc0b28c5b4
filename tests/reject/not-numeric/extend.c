/* not-numeric: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(ADD(users.age, 1), 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
	return cq_execute(db, NULL, list);
#endif
}
