/* scalar-columns: scalar */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		SELECT(users.id, users.age),
		FROM(users)));
#endif
}
