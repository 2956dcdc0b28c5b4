/* unknown-variable: output */
#include "../models.h"

CASE
{
	int64_t value;
	(void)value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_scalar(db, &nosuch, SQL( /* reject: nosuch */
		SELECT(users.id),
		FROM(users)));
#endif
}
