/* field-type: case */
#include "../models.h"

#ifndef FieldTypeCaseWell_FIELDS
#define FieldTypeCaseWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, CQ_CASE(CASE_WHEN(users.is_active, users.age), ELSE(0)))
CQ_ROW(FieldTypeCaseWell)
#endif

#ifndef FieldTypeCaseWrong_FIELDS
#define FieldTypeCaseWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, CQ_CASE(CASE_WHEN(users.is_active, users.username), ELSE(users.username)))
CQ_ROW(FieldTypeCaseWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeCaseWell) rows;
	return cq_all(db, FieldTypeCaseWell, &rows, SQL(SELECT_ROW(FieldTypeCaseWell), FROM(users)));
#else
	cq_rows(FieldTypeCaseWrong) rows;
	return cq_all(db, FieldTypeCaseWrong, &rows, SQL(SELECT_ROW(FieldTypeCaseWrong), FROM(users))); /* reject: field what is INTEGER: CQ_CASE(CASE_WHEN(users.is_active, users.username), ELSE(users.username)): ... */
#endif
}
