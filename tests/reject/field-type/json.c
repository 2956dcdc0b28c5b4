/* field-type: json */
#include "../models.h"

#ifndef FieldTypeJsonWell_FIELDS
#define FieldTypeJsonWell_FIELDS(FIELD) \
	FIELD(what, JSON, JSON_OBJECT(users.username, users.id))
CQ_ROW(FieldTypeJsonWell)
#endif

#ifndef FieldTypeJsonWrong_FIELDS
#define FieldTypeJsonWrong_FIELDS(FIELD) \
	FIELD(what, JSON, CAST(users.id, TEXT))
CQ_ROW(FieldTypeJsonWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeJsonWell) rows;
	return cq_all(db, FieldTypeJsonWell, &rows, SQL(SELECT_ROW(FieldTypeJsonWell), FROM(users)));
#else
	cq_rows(FieldTypeJsonWrong) rows;
	return cq_all(db, FieldTypeJsonWrong, &rows, SQL(SELECT_ROW(FieldTypeJsonWrong), FROM(users))); /* reject: field what is JSON: CAST(users.id, TEXT): ... */
#endif
}
