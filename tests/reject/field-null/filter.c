/* field-null: filter */
#include "../models.h"

#ifndef FieldNullFilterWell_FIELDS
#define FieldNullFilterWell_FIELDS(FIELD) \
	FIELD(what, BIGINT, FILTER(COUNT(users.id), users.is_active))
CQ_ROW(FieldNullFilterWell)
#endif

#ifndef FieldNullFilterWrong_FIELDS
#define FieldNullFilterWrong_FIELDS(FIELD) \
	FIELD(what, BIGINT, FILTER(SUM(users.age), users.is_active))
CQ_ROW(FieldNullFilterWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullFilterWell) rows;
	return cq_all(db, FieldNullFilterWell, &rows, SQL(SELECT_ROW(FieldNullFilterWell), FROM(users)));
#else
	cq_rows(FieldNullFilterWrong) rows;
	return cq_all(db, FieldNullFilterWrong, &rows, SQL(SELECT_ROW(FieldNullFilterWrong), FROM(users))); /* reject: field what is BIGINT: FILTER(SUM(users.age), users.is_active): ... */
#endif
}
