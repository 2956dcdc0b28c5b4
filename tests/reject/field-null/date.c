/* field-null: date */
#include "../models.h"

#ifndef FieldNullDateWell_FIELDS
#define FieldNullDateWell_FIELDS(FIELD) \
	FIELD(what, TIMESTAMP, DATE_TRUNC(DAY, users.created_at))
CQ_ROW(FieldNullDateWell)
#endif

#ifndef FieldNullDateWrong_FIELDS
#define FieldNullDateWrong_FIELDS(FIELD) \
	FIELD(what, TIMESTAMP, DATE_TRUNC(DAY, NULL_OF(TIMESTAMP)))
CQ_ROW(FieldNullDateWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullDateWell) rows;
	return cq_all(db, FieldNullDateWell, &rows, SQL(SELECT_ROW(FieldNullDateWell), FROM(users)));
#else
	cq_rows(FieldNullDateWrong) rows;
	return cq_all(db, FieldNullDateWrong, &rows, SQL(SELECT_ROW(FieldNullDateWrong), FROM(users))); /* reject: field what is TIMESTAMP: DATE_TRUNC(DAY, NULL_OF(TIMESTAMP)): ... */
#endif
}
