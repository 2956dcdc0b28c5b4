/* raw-nul: raw_sql; compiler only: a text in a program ends at its first NUL byte */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users"));
#else
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users\0")); /* reject: : ... */
#endif
}
