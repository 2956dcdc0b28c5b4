/* field-null: aggregate */
#include "../models.h"

#ifndef SumRow_FIELDS
#define SumRow_FIELDS(FIELD) \
	FIELD(total, NULLABLE(BIGINT), SUM(users.age))
CQ_ROW(SumRow)
#endif

#ifndef NoSumRow_FIELDS
#define NoSumRow_FIELDS(FIELD) \
	FIELD(total, BIGINT, SUM(users.age))
CQ_ROW(NoSumRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(SumRow),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NoSumRow), /* reject: field total is BIGINT: SUM(users.age): ... */
		FROM(users)));
#endif
}
