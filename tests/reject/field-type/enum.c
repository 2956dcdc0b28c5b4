/* field-type: enum */
#include "../models.h"

#ifndef FieldTypeEnumWell_FIELDS
#define FieldTypeEnumWell_FIELDS(FIELD) \
	FIELD(what, ENUM(Role), users.role)
CQ_ROW(FieldTypeEnumWell)
#endif

#ifndef FieldTypeEnumWrong_FIELDS
#define FieldTypeEnumWrong_FIELDS(FIELD) \
	FIELD(what, ENUM(Role), users.username)
CQ_ROW(FieldTypeEnumWrong)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FieldTypeEnumWell) rows;
	return cq_all(db, FieldTypeEnumWell, &rows, SQL(SELECT_ROW(FieldTypeEnumWell), FROM(users)));
#else
	cq_rows(FieldTypeEnumWrong) rows;
	return cq_all(db, FieldTypeEnumWrong, &rows, SQL(SELECT_ROW(FieldTypeEnumWrong), FROM(users))); /* reject: field what is ENUM(Role): users.username: ... */
#endif
}
