/* not-a-value: bind; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users WHERE id = :id", BIND(id, large)));
#else
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users WHERE id = :id", BIND(id, &large))); /* reject: BIND(id, &large): ... */
#endif
}
