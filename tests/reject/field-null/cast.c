/* field-null: cast */
#include "../models.h"

#ifndef FieldNullCastWell_FIELDS
#define FieldNullCastWell_FIELDS(FIELD) \
	FIELD(what, TEXT, CAST(users.age, TEXT))
CQ_ROW(FieldNullCastWell)
#endif

#ifndef FieldNullCastWrong_FIELDS
#define FieldNullCastWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, CAST(users.score, TEXT))
CQ_ROW(FieldNullCastWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullCastWell) rows;
	return cq_all(db, FieldNullCastWell, &rows, SQL(SELECT_ROW(FieldNullCastWell), FROM(users)));
#else
	cq_rows(FieldNullCastWrong) rows;
	return cq_all(db, FieldNullCastWrong, &rows, SQL(SELECT_ROW(FieldNullCastWrong), FROM(users))); /* reject: field what is TEXT: CAST(users.score, TEXT): ... */
#endif
}
