/* field-type: one */
#include "../models.h"

#ifndef FieldTypeOneWell_FIELDS
#define FieldTypeOneWell_FIELDS(FIELD) \
	FIELD(what, TEXT, users.username)
CQ_ROW(FieldTypeOneWell)
#endif

#ifndef FieldTypeOneWrong_FIELDS
#define FieldTypeOneWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, users.age)
CQ_ROW(FieldTypeOneWrong)
#endif

CASE
{
#ifndef MISTAKE
	FieldTypeOneWell *found;
	return cq_one(db, FieldTypeOneWell, &found, SQL(SELECT_ROW(FieldTypeOneWell), FROM(users)));
#else
	FieldTypeOneWrong *found;
	return cq_one(db, FieldTypeOneWrong, &found, SQL(SELECT_ROW(FieldTypeOneWrong), FROM(users))); /* reject: field what is TEXT: users.age: ... */
#endif
}
