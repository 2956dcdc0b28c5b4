/* field-null: case */
#include "../models.h"

#ifndef FieldNullCaseWell_FIELDS
#define FieldNullCaseWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, CQ_CASE(CASE_WHEN(users.is_active, users.age), ELSE(0)))
CQ_ROW(FieldNullCaseWell)
#endif

#ifndef FieldNullCaseWrong_FIELDS
#define FieldNullCaseWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, CQ_CASE(CASE_WHEN(users.is_active, users.age)))
CQ_ROW(FieldNullCaseWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullCaseWell) rows;
	return cq_all(db, FieldNullCaseWell, &rows, SQL(SELECT_ROW(FieldNullCaseWell), FROM(users)));
#else
	cq_rows(FieldNullCaseWrong) rows;
	return cq_all(db, FieldNullCaseWrong, &rows, SQL(SELECT_ROW(FieldNullCaseWrong), FROM(users))); /* reject: field what is INTEGER: CQ_CASE(CASE_WHEN(users.is_active, users.age)): ... */
#endif
}
