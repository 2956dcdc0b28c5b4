/* outside-sql: aggregate; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(SELECT(COUNT(users.id)), FROM(users)));
#else
	(void)COUNT(users.id); return CQ_OK; /* reject: COUNT(users.id): ... */
#endif
}
