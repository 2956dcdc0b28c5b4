/* outside-sql: select; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users)));
#else
	return cq_execute(db, NULL, SELECT(users.id)); /* reject: SELECT(users.id): ... */
#endif
}
