/* not-a-statement: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(condition)));
#else
	return cq_execute(db, NULL, condition); /* reject: cq_execute: not a statement; write SQL(...) around its clauses */
#endif
}
