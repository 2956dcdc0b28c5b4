/* like-not-text: extend */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(LIKE(users.username, "4%"))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
	return cq_execute(db, NULL, list);
#endif
}
