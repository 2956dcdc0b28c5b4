/* not-a-date: date_add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DATE_ADD(DAY, users.created_at, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: DATE_ADD(DAY, users.id, 3): ... */
		ORDER_BY(DATE_ADD(DAY, users.id, 3))));
#endif
}
