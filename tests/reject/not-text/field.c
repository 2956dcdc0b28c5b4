/* not-text: field */
#include "../models.h"

#ifndef NotTextWell_FIELDS
#define NotTextWell_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, EQ(LOWER(users.username), "x"))
CQ_ROW(NotTextWell)
#endif

#ifndef NotTextWrong_FIELDS
#define NotTextWrong_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, EQ(LOWER(users.age), "x")) /* reject: LOWER(users.age): ... */
CQ_ROW(NotTextWrong)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NotTextWell),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NotTextWrong), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
