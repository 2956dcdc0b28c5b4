/* field-null: json_text */
#include "../models.h"

#ifndef FieldNullJsonTextWell_FIELDS
#define FieldNullJsonTextWell_FIELDS(FIELD) \
	FIELD(what, TEXT, COALESCE(JSON_TEXT(JSON_ARRAY(users.id), 0), users.username))
CQ_ROW(FieldNullJsonTextWell)
#endif

#ifndef FieldNullJsonTextWrong_FIELDS
#define FieldNullJsonTextWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, JSON_TEXT(JSON_ARRAY(users.id), 0))
CQ_ROW(FieldNullJsonTextWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldNullJsonTextWell) rows;
	return cq_all(db, FieldNullJsonTextWell, &rows, SQL(SELECT_ROW(FieldNullJsonTextWell), FROM(users)));
#else
	cq_rows(FieldNullJsonTextWrong) rows;
	return cq_all(db, FieldNullJsonTextWrong, &rows, SQL(SELECT_ROW(FieldNullJsonTextWrong), FROM(users))); /* reject: field what is TEXT: JSON_TEXT(JSON_ARRAY(users.id), 0): ... */
#endif
}
