/* field-count: submit */
#include "../models.h"

#ifndef SubmittedRow_FIELDS
#define SubmittedRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(SubmittedRow)
#endif

CASE
{
	cq_rows(SubmittedRow) found;
	cq_operation *operation;
#ifndef MISTAKE
	return cq_submit_all(db, SubmittedRow, &found, &operation, SQL(
		SELECT(users.id, users.age),
		FROM(users)));
#else
	/* reject: cq_submit_all(SubmittedRow): ... */
	return cq_submit_all(db, SubmittedRow, &found, &operation, SQL(
		SELECT(users.id),
		FROM(users)));
#endif
}
