/* field-type: narrow */
#include "../models.h"

#ifndef CountRow_FIELDS
#define CountRow_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(CountRow)
#endif

#ifndef NarrowRow_FIELDS
#define NarrowRow_FIELDS(FIELD) \
	FIELD(total, INTEGER, COUNT(users.id))
CQ_ROW(NarrowRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(CountRow),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(NarrowRow), /* reject: field total is INTEGER: COUNT(users.id): ... */
		FROM(users)));
#endif
}
