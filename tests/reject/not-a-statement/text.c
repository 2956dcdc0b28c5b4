/* not-a-statement: text */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users"));
#else
	return cq_execute(db, NULL, "DELETE FROM users"); /* reject: cq_execute: not a statement; write SQL(...) around its clauses */
#endif
}
