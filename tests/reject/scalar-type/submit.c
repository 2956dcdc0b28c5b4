/* scalar-type: submit */
#include "../models.h"

CASE
{
	int64_t value;
	cq_operation *operation;
#ifndef MISTAKE
	return cq_submit_scalar(db, &value, &operation, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_submit_scalar(db, &value, &operation, SQL( /* reject: cq_submit_scalar(&value): ... */
		SELECT(users.username),
		FROM(users)));
#endif
}
