/* null-compared: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(NE(users.username, "x"))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
	return cq_execute(db, NULL, list);
#endif
}
