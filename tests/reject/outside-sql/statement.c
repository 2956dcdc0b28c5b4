/* outside-sql: statement; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users)));
#else
	(void)SQL(SELECT(users.id), FROM(users)); return CQ_OK; /* reject: FROM(users)): stands outside cq_all, cq_one, cq_execute ... and STATEMENT(...) */
#endif
}
