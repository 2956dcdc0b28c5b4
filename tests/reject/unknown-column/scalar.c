/* unknown-column: scalar */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_scalar(db, &value, SQL(
		SELECT(users.idd), /* reject: idd */
		FROM(users)));
#endif
}
