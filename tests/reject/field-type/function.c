/* field-type: function */
#include "../models.h"

#ifndef FieldTypeFunctionWell_FIELDS
#define FieldTypeFunctionWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, LENGTH(users.username))
CQ_ROW(FieldTypeFunctionWell)
#endif

#ifndef FieldTypeFunctionWrong_FIELDS
#define FieldTypeFunctionWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, TRIM(users.username))
CQ_ROW(FieldTypeFunctionWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeFunctionWell) rows;
	return cq_all(db, FieldTypeFunctionWell, &rows, SQL(SELECT_ROW(FieldTypeFunctionWell), FROM(users)));
#else
	cq_rows(FieldTypeFunctionWrong) rows;
	return cq_all(db, FieldTypeFunctionWrong, &rows, SQL(SELECT_ROW(FieldTypeFunctionWrong), FROM(users))); /* reject: field what is INTEGER: TRIM(users.username): ... */
#endif
}
