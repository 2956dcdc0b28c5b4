/* date-unit: date_add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LT(DATE_ADD(MONTH, users.created_at, 3), NOW()))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: DATE_ADD(EPOCH, users.created_at, 3): ... */
		WHERE(LT(DATE_ADD(EPOCH, users.created_at, 3), NOW()))));
#endif
}
