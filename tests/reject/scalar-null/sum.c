/* scalar-null: sum; compiler only: at run time only a NULL that is there is an error */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(COUNT(users.age)),
		FROM(users)));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		SELECT(SUM(users.age)),
		FROM(users)));
#endif
}
