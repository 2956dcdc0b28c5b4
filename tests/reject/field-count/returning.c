/* field-count: returning */
#include "../models.h"

#ifndef ReturnedRow_FIELDS
#define ReturnedRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(ReturnedRow)
#endif

CASE
{
	cq_rows(ReturnedRow) found;
#ifndef MISTAKE
	return cq_all(db, ReturnedRow, &found, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(users.id, users.age)));
#else
	return cq_all(db, ReturnedRow, &found, SQL( /* reject: cq_all(ReturnedRow): ... */
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING(users.id)));
#endif
}
