/* field-null: subquery */
#include "../models.h"

#ifndef FieldNullSubqueryWell_FIELDS
#define FieldNullSubqueryWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, COALESCE(SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)), 0))
CQ_ROW(FieldNullSubqueryWell)
#endif

#ifndef FieldNullSubqueryWrong_FIELDS
#define FieldNullSubqueryWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)))
CQ_ROW(FieldNullSubqueryWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullSubqueryWell) rows;
	return cq_all(db, FieldNullSubqueryWell, &rows, SQL(SELECT_ROW(FieldNullSubqueryWell), FROM(users)));
#else
	cq_rows(FieldNullSubqueryWrong) rows;
	return cq_all(db, FieldNullSubqueryWrong, &rows, SQL(SELECT_ROW(FieldNullSubqueryWrong), FROM(users))); /* reject: field what is INTEGER: SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)): ... */
#endif
}
