/* scalar-null: column; compiler only: at run time only a NULL that is there is an error */
#include "../models.h"

CASE
{
	int32_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		SELECT(users.age),
		FROM(users)));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		SELECT(users.score),
		FROM(users)));
#endif
}
