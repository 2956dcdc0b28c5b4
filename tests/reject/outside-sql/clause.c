/* outside-sql: clause; compiler only: there is no statement */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(users.is_active)));
#else
	return (cq_status)sizeof(WHERE(users.is_active)); /* reject: WHERE(users.is_active): ... */
#endif
}
