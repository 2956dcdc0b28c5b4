/* field-null: nullif_value */
#include "../models.h"

#ifndef FieldNullNullifValueWell_FIELDS
#define FieldNullNullifValueWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, COALESCE(NULLIF(users.age, 3), 0))
CQ_ROW(FieldNullNullifValueWell)
#endif

#ifndef FieldNullNullifValueWrong_FIELDS
#define FieldNullNullifValueWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, NULLIF(users.age, 3))
CQ_ROW(FieldNullNullifValueWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullNullifValueWell) rows;
	return cq_all(db, FieldNullNullifValueWell, &rows, SQL(SELECT_ROW(FieldNullNullifValueWell), FROM(users)));
#else
	cq_rows(FieldNullNullifValueWrong) rows;
	return cq_all(db, FieldNullNullifValueWrong, &rows, SQL(SELECT_ROW(FieldNullNullifValueWrong), FROM(users))); /* reject: field what is INTEGER: NULLIF(users.age, 3): ... */
#endif
}
