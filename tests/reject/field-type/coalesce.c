/* field-type: coalesce */
#include "../models.h"

#ifndef FieldTypeCoalesceWell_FIELDS
#define FieldTypeCoalesceWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, COALESCE(users.score, 0))
CQ_ROW(FieldTypeCoalesceWell)
#endif

#ifndef FieldTypeCoalesceWrong_FIELDS
#define FieldTypeCoalesceWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, COALESCE(users.boss_id, 0))
CQ_ROW(FieldTypeCoalesceWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeCoalesceWell) rows;
	return cq_all(db, FieldTypeCoalesceWell, &rows, SQL(SELECT_ROW(FieldTypeCoalesceWell), FROM(users)));
#else
	cq_rows(FieldTypeCoalesceWrong) rows;
	return cq_all(db, FieldTypeCoalesceWrong, &rows, SQL(SELECT_ROW(FieldTypeCoalesceWrong), FROM(users))); /* reject: field what is INTEGER: COALESCE(users.boss_id, 0): ... */
#endif
}
