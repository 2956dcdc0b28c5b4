/* not-a-date: date_trunc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_TRUNC(MONTH, users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_TRUNC(MONTH, users.username): ... */
		SELECT(DATE_TRUNC(MONTH, users.username)),
		FROM(users)));
#endif
}
