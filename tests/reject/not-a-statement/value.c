/* not-a-statement: value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS));
#else
	return cq_execute(db, NULL, 3); /* reject: cq_execute: not a statement; write SQL(...) around its clauses */
#endif
}
