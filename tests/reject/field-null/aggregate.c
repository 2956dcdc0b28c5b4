/* field-null: aggregate */
#include "../models.h"

#define SumRow_FIELDS(FIELD) \
	FIELD(total, NULLABLE(BIGINT), SUM(users.age))
CQ_ROW(SumRow)

#define NoSumRow_FIELDS(FIELD) \
	FIELD(total, BIGINT, SUM(users.age))
CQ_ROW(NoSumRow)

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
