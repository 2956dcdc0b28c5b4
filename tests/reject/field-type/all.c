/* field-type: all */
#include "../models.h"

#ifndef AgeRow_FIELDS
#define AgeRow_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(AgeRow)
#endif

#ifndef AgeTextRow_FIELDS
#define AgeTextRow_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(age, TEXT, users.age)
CQ_ROW(AgeTextRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(AgeRow),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(AgeTextRow), /* reject: field age is TEXT: users.age: ... */
		FROM(users)));
#endif
}
