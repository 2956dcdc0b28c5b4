/* table-not-in-from: extend; second enforcer only: the statement that is extended is a value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(users.id, 3))));
	return cq_execute(db, NULL, list);
#else
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
	CQ_TRY(cq_extend(&list, WHERE(GT(posts.id, 3))));
	return cq_execute(db, NULL, list);
#endif
}
