/* field-type: aggregate */
#include "../models.h"

#ifndef FieldTypeAggregateWell_FIELDS
#define FieldTypeAggregateWell_FIELDS(FIELD) \
	FIELD(what, NULLABLE(BIGINT), SUM(users.age))
CQ_ROW(FieldTypeAggregateWell)
#endif

#ifndef FieldTypeAggregateWrong_FIELDS
#define FieldTypeAggregateWrong_FIELDS(FIELD) \
	FIELD(what, NULLABLE(BIGINT), AVG(users.age))
CQ_ROW(FieldTypeAggregateWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeAggregateWell) rows;
	return cq_all(db, FieldTypeAggregateWell, &rows, SQL(SELECT_ROW(FieldTypeAggregateWell), FROM(users)));
#else
	cq_rows(FieldTypeAggregateWrong) rows;
	return cq_all(db, FieldTypeAggregateWrong, &rows, SQL(SELECT_ROW(FieldTypeAggregateWrong), FROM(users))); /* reject: field what is NULLABLE(BIGINT): AVG(users.age): ... */
#endif
}
