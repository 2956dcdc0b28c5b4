/* field-null: window_sum */
#include "../models.h"

#ifndef FieldNullWindowSumWell_FIELDS
#define FieldNullWindowSumWell_FIELDS(FIELD) \
	FIELD(what, BIGINT, COALESCE(OVER(SUM(users.age), ORDER_BY(users.id)), 0))
CQ_ROW(FieldNullWindowSumWell)
#endif

#ifndef FieldNullWindowSumWrong_FIELDS
#define FieldNullWindowSumWrong_FIELDS(FIELD) \
	FIELD(what, BIGINT, OVER(SUM(users.age), ORDER_BY(users.id)))
CQ_ROW(FieldNullWindowSumWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullWindowSumWell) rows;
	return cq_all(db, FieldNullWindowSumWell, &rows, SQL(SELECT_ROW(FieldNullWindowSumWell), FROM(users)));
#else
	cq_rows(FieldNullWindowSumWrong) rows;
	return cq_all(db, FieldNullWindowSumWrong, &rows, SQL(SELECT_ROW(FieldNullWindowSumWrong), FROM(users))); /* reject: field what is BIGINT: OVER(SUM(users.age), ORDER_BY(users.id)): ... */
#endif
}
