/* field-type: date */
#include "../models.h"

#ifndef FieldTypeDateWell_FIELDS
#define FieldTypeDateWell_FIELDS(FIELD) \
	FIELD(what, DATE, CAST(users.created_at, DATE))
CQ_ROW(FieldTypeDateWell)
#endif

#ifndef FieldTypeDateWrong_FIELDS
#define FieldTypeDateWrong_FIELDS(FIELD) \
	FIELD(what, DATE, DATE_TRUNC(DAY, users.created_at))
CQ_ROW(FieldTypeDateWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeDateWell) rows;
	return cq_all(db, FieldTypeDateWell, &rows, SQL(SELECT_ROW(FieldTypeDateWell), FROM(users)));
#else
	cq_rows(FieldTypeDateWrong) rows;
	return cq_all(db, FieldTypeDateWrong, &rows, SQL(SELECT_ROW(FieldTypeDateWrong), FROM(users))); /* reject: field what is DATE: DATE_TRUNC(DAY, users.created_at): ... */
#endif
}
