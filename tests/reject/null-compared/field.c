/* null-compared: field */
#include "../models.h"

#ifndef NullComparedWell_FIELDS
#define NullComparedWell_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, NE(users.username, "x"))
CQ_ROW(NullComparedWell)
#endif

#ifndef NullComparedWrong_FIELDS
#define NullComparedWrong_FIELDS(FIELD) \
	FIELD(flag, BOOLEAN, NE(users.username, NULL)) /* reject: NE(users.username, NULL): ... */
CQ_ROW(NullComparedWrong)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NullComparedWell),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NullComparedWrong), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
