/* scalar-null: scalars; compiler only: at run time only a NULL that is there is an error */
#include "../models.h"

CASE
{
	cq_rows(int32_t) values;
#ifndef MISTAKE
	return cq_scalars(db, &values, SQL(
		SELECT(users.age),
		FROM(users)));
#else
	return cq_scalars(db, &values, SQL( /* reject: cq_scalars(&values): ... */
		SELECT(users.score),
		FROM(users)));
#endif
}
