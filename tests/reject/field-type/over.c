/* field-type: over */
#include "../models.h"

#ifndef FieldTypeOverWell_FIELDS
#define FieldTypeOverWell_FIELDS(FIELD) \
	FIELD(what, BIGINT, OVER(RANK(), ORDER_BY(users.id)))
CQ_ROW(FieldTypeOverWell)
#endif

#ifndef FieldTypeOverWrong_FIELDS
#define FieldTypeOverWrong_FIELDS(FIELD) \
	FIELD(what, BIGINT, OVER(CUME_DIST(), ORDER_BY(users.id)))
CQ_ROW(FieldTypeOverWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeOverWell) rows;
	return cq_all(db, FieldTypeOverWell, &rows, SQL(SELECT_ROW(FieldTypeOverWell), FROM(users)));
#else
	cq_rows(FieldTypeOverWrong) rows;
	return cq_all(db, FieldTypeOverWrong, &rows, SQL(SELECT_ROW(FieldTypeOverWrong), FROM(users))); /* reject: field what is BIGINT: OVER(CUME_DIST(), ORDER_BY(users.id)): ... */
#endif
}
