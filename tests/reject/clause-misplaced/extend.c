/* clause-misplaced: extend; compiler only: a program of its own, which cq_statement_extend refuses */
#include "../models.h"

CASE
{
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users)));
#ifndef MISTAKE
	return cq_extend(&list, WHERE(users.is_active), LIMIT(3));
#else
	return cq_extend(&list, FROM(posts), LIMIT(3)); /* reject: cq_extend(FROM(posts), LIMIT(3)): ... */
#endif
}
