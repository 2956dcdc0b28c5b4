/* field-type: cast */
#include "../models.h"

#ifndef FieldTypeCastWell_FIELDS
#define FieldTypeCastWell_FIELDS(FIELD) \
	FIELD(what, TEXT, CAST(users.age, TEXT))
CQ_ROW(FieldTypeCastWell)
#endif

#ifndef FieldTypeCastWrong_FIELDS
#define FieldTypeCastWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, CAST(users.age, BIGINT))
CQ_ROW(FieldTypeCastWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeCastWell) rows;
	return cq_all(db, FieldTypeCastWell, &rows, SQL(SELECT_ROW(FieldTypeCastWell), FROM(users)));
#else
	cq_rows(FieldTypeCastWrong) rows;
	return cq_all(db, FieldTypeCastWrong, &rows, SQL(SELECT_ROW(FieldTypeCastWrong), FROM(users))); /* reject: field what is TEXT: CAST(users.age, BIGINT): ... */
#endif
}
