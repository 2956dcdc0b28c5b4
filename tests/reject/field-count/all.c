/* field-count: all */
#include "../models.h"

#ifndef TwoRow_FIELDS
#define TwoRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(TwoRow)
#endif

CASE
{
	cq_rows(TwoRow) found;
#ifndef MISTAKE
	return cq_all(db, TwoRow, &found, SQL(
		SELECT(users.id, users.age),
		FROM(users)));
#else
	return cq_all(db, TwoRow, &found, SQL( /* reject: cq_all(TwoRow): ... */
		SELECT(users.id),
		FROM(users)));
#endif
}
