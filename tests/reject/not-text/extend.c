/* not-text: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(EQ(LOWER(users.username), "x"))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
	return cq_execute(db, NULL, list);
#endif
}
