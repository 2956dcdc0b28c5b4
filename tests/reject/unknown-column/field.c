/* unknown-column: field */
#include "../models.h"

#define Named_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username)
CQ_ROW(Named)

#define Misnamed_FIELDS(FIELD) \
	FIELD(username, TEXT, users.nmae) /* reject: nmae */
CQ_ROW(Misnamed)

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
