/* field-type: real */
#include "../models.h"

#ifndef FieldTypeRealWell_FIELDS
#define FieldTypeRealWell_FIELDS(FIELD) \
	FIELD(what, REAL, CAST(users.age, REAL))
CQ_ROW(FieldTypeRealWell)
#endif

#ifndef FieldTypeRealWrong_FIELDS
#define FieldTypeRealWrong_FIELDS(FIELD) \
	FIELD(what, REAL, CAST(users.age, DOUBLE))
CQ_ROW(FieldTypeRealWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeRealWell) rows;
	return cq_all(db, FieldTypeRealWell, &rows, SQL(SELECT_ROW(FieldTypeRealWell), FROM(users)));
#else
	cq_rows(FieldTypeRealWrong) rows;
	return cq_all(db, FieldTypeRealWrong, &rows, SQL(SELECT_ROW(FieldTypeRealWrong), FROM(users))); /* reject: field what is REAL: CAST(users.age, DOUBLE): ... */
#endif
}
