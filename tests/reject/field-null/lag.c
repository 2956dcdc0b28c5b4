/* field-null: lag */
#include "../models.h"

#ifndef FieldNullLagWell_FIELDS
#define FieldNullLagWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, OVER(LAG(users.age, 1, 0), ORDER_BY(users.id)))
CQ_ROW(FieldNullLagWell)
#endif

#ifndef FieldNullLagWrong_FIELDS
#define FieldNullLagWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, OVER(LAG(users.age), ORDER_BY(users.id)))
CQ_ROW(FieldNullLagWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullLagWell) rows;
	return cq_all(db, FieldNullLagWell, &rows, SQL(SELECT_ROW(FieldNullLagWell), FROM(users)));
#else
	cq_rows(FieldNullLagWrong) rows;
	return cq_all(db, FieldNullLagWrong, &rows, SQL(SELECT_ROW(FieldNullLagWrong), FROM(users))); /* reject: field what is INTEGER: OVER(LAG(users.age), ORDER_BY(users.id)): ... */
#endif
}
