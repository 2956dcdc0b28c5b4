/* field-null: arithmetic */
#include "../models.h"

#ifndef FieldNullArithmeticWell_FIELDS
#define FieldNullArithmeticWell_FIELDS(FIELD) \
	FIELD(what, INTEGER, ADD(users.age, users.age))
CQ_ROW(FieldNullArithmeticWell)
#endif

#ifndef FieldNullArithmeticWrong_FIELDS
#define FieldNullArithmeticWrong_FIELDS(FIELD) \
	FIELD(what, INTEGER, ADD(users.age, users.score))
CQ_ROW(FieldNullArithmeticWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullArithmeticWell) rows;
	return cq_all(db, FieldNullArithmeticWell, &rows, SQL(SELECT_ROW(FieldNullArithmeticWell), FROM(users)));
#else
	cq_rows(FieldNullArithmeticWrong) rows;
	return cq_all(db, FieldNullArithmeticWrong, &rows, SQL(SELECT_ROW(FieldNullArithmeticWrong), FROM(users))); /* reject: field what is INTEGER: ADD(users.age, users.score): ... */
#endif
}
