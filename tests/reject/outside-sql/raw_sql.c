/* outside-sql: raw_sql; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, RAW_SQL("DELETE FROM users"));
#else
	(void)RAW_SQL("DELETE FROM users"); return CQ_OK; /* reject: RAW_SQL: stands outside cq_all, cq_one, cq_execute ... and STATEMENT(...) */
#endif
}
