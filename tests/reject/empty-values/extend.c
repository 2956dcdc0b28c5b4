/* empty-values: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(IN(users.id, 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(IN(users.id)))); /* reject: IN(users.id): ... */
	return cq_execute(db, NULL, list);
#endif
}
