/* scalar-columns: scalar_one */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar_one(db, &value, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_scalar_one(db, &value, SQL( /* reject: cq_scalar_one(&value): ... */
		SELECT(users.id, users.age),
		FROM(users)));
#endif
}
