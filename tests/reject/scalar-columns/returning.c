/* scalar-columns: returning; compiler only: at run time it is CQ_MISUSE: there are no rows at all */
#include "../models.h"

CASE
{
	int64_t value;
#ifndef MISTAKE
	return cq_scalar(db, &value, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(users.id)));
#else
	return cq_scalar(db, &value, SQL( /* reject: cq_scalar(&value): ... */
		DELETE_FROM(users),
		ALL_ROWS));
#endif
}
