/* scalar-type: scalars */
#include "../models.h"

CASE
{
	cq_rows(int64_t) values;
#ifndef MISTAKE
	return cq_scalars(db, &values, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_scalars(db, &values, SQL( /* reject: cq_scalars(&values): ... */
		SELECT(users.username),
		FROM(users)));
#endif
}
