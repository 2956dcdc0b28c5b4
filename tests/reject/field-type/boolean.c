/* field-type: boolean */
#include "../models.h"

#ifndef FieldTypeBooleanWell_FIELDS
#define FieldTypeBooleanWell_FIELDS(FIELD) \
	FIELD(what, BOOLEAN, users.is_active)
CQ_ROW(FieldTypeBooleanWell)
#endif

#ifndef FieldTypeBooleanWrong_FIELDS
#define FieldTypeBooleanWrong_FIELDS(FIELD) \
	FIELD(what, BOOLEAN, users.age)
CQ_ROW(FieldTypeBooleanWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeBooleanWell) rows;
	return cq_all(db, FieldTypeBooleanWell, &rows, SQL(SELECT_ROW(FieldTypeBooleanWell), FROM(users)));
#else
	cq_rows(FieldTypeBooleanWrong) rows;
	return cq_all(db, FieldTypeBooleanWrong, &rows, SQL(SELECT_ROW(FieldTypeBooleanWrong), FROM(users))); /* reject: field what is BOOLEAN: users.age: ... */
#endif
}
