/* not-a-statement: bind */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users WHERE id = :id", BIND(id, large)));
#else
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users WHERE id = :id", large)); /* reject: RAW_SQL, argument 1: not a value; write BIND(name, value) */
#endif
}
