/* not-numeric: field */
#include "../models.h"

#ifndef NotNumericWell_FIELDS
#define NotNumericWell_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, GT(ADD(users.age, 1), 3))
CQ_ROW(NotNumericWell)
#endif

#ifndef NotNumericWrong_FIELDS
#define NotNumericWrong_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, GT(ADD(users.username, 1), 3)) /* reject: ADD(users.username, 1): ... */
CQ_ROW(NotNumericWrong)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NotNumericWell),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NotNumericWrong), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
