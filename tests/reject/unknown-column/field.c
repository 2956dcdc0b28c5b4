/* unknown-column: field */
#include "../models.h"

#ifndef Named_FIELDS
#define Named_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username)
CQ_ROW(Named)
#endif

#ifndef Misnamed_FIELDS
#define Misnamed_FIELDS(FIELD) \
	FIELD(username, TEXT, users.nmae) /* reject: nmae */
CQ_ROW(Misnamed)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Named),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Misnamed), /* reject: nmae */
		FROM(users)));
#endif
}
