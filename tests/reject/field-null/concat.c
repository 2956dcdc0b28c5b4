/* field-null: concat */
#include "../models.h"

#ifndef FieldNullConcatWell_FIELDS
#define FieldNullConcatWell_FIELDS(FIELD) \
	FIELD(what, TEXT, CONCAT(users.username, users.username))
CQ_ROW(FieldNullConcatWell)
#endif

#ifndef FieldNullConcatWrong_FIELDS
#define FieldNullConcatWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, CONCAT(users.username, users.bio))
CQ_ROW(FieldNullConcatWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullConcatWell) rows;
	return cq_all(db, FieldNullConcatWell, &rows, SQL(SELECT_ROW(FieldNullConcatWell), FROM(users)));
#else
	cq_rows(FieldNullConcatWrong) rows;
	return cq_all(db, FieldNullConcatWrong, &rows, SQL(SELECT_ROW(FieldNullConcatWrong), FROM(users))); /* reject: field what is TEXT: CONCAT(users.username, users.bio): ... */
#endif
}
