/* field-null: one */
#include "../models.h"

#ifndef FieldNullOneWell_FIELDS
#define FieldNullOneWell_FIELDS(FIELD) \
	FIELD(what, TEXT, users.username)
CQ_ROW(FieldNullOneWell)
#endif

#ifndef FieldNullOneWrong_FIELDS
#define FieldNullOneWrong_FIELDS(FIELD) \
	FIELD(what, TEXT, users.bio)
CQ_ROW(FieldNullOneWrong)
#endif

CASE
{
#ifndef MISTAKE
	FieldNullOneWell *found;
	return cq_one(db, FieldNullOneWell, &found, SQL(SELECT_ROW(FieldNullOneWell), FROM(users)));
#else
	FieldNullOneWrong *found;
	return cq_one(db, FieldNullOneWrong, &found, SQL(SELECT_ROW(FieldNullOneWrong), FROM(users))); /* reject: field what is TEXT: users.bio: ... */
#endif
}
