/* field-null: first_value */
#include "../models.h"

#ifndef FieldNullFirstValueWell_FIELDS
#define FieldNullFirstValueWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, COALESCE(OVER(FIRST_VALUE(users.age), ORDER_BY(users.id)), 0))
CQ_ROW(FieldNullFirstValueWell)
#endif

#ifndef FieldNullFirstValueWrong_FIELDS
#define FieldNullFirstValueWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, OVER(FIRST_VALUE(users.age), ORDER_BY(users.id)))
CQ_ROW(FieldNullFirstValueWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullFirstValueWell) rows;
	return cq_all(db, FieldNullFirstValueWell, &rows, SQL(SELECT_ROW(FieldNullFirstValueWell), FROM(users)));
#else
	cq_rows(FieldNullFirstValueWrong) rows;
	return cq_all(db, FieldNullFirstValueWrong, &rows, SQL(SELECT_ROW(FieldNullFirstValueWrong), FROM(users))); /* reject: field what is INTEGER: OVER(FIRST_VALUE(users.age), ORDER_BY(users.id)): ... */
#endif
}
