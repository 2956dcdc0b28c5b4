/* field-type: subquery */
#include "../models.h"

#ifndef FieldTypeSubqueryWell_FIELDS
#define FieldTypeSubqueryWell_FIELDS(FIELD) \
	FIELD(what, NULLABLE(TEXT), SUBQUERY(SELECT(MAX(boss.username)), FROM(boss)))
CQ_ROW(FieldTypeSubqueryWell)
#endif

#ifndef FieldTypeSubqueryWrong_FIELDS
#define FieldTypeSubqueryWrong_FIELDS(FIELD) \
	FIELD(what, NULLABLE(TEXT), SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)))
CQ_ROW(FieldTypeSubqueryWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeSubqueryWell) rows;
	return cq_all(db, FieldTypeSubqueryWell, &rows, SQL(SELECT_ROW(FieldTypeSubqueryWell), FROM(users)));
#else
	cq_rows(FieldTypeSubqueryWrong) rows;
	return cq_all(db, FieldTypeSubqueryWrong, &rows, SQL(SELECT_ROW(FieldTypeSubqueryWrong), FROM(users))); /* reject: field what is NULLABLE(TEXT): SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)): ... */
#endif
}
