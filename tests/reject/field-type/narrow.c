/* field-type: narrow */
#include "../models.h"

#define CountRow_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(CountRow)

#define NarrowRow_FIELDS(FIELD) \
	FIELD(total, INTEGER, COUNT(users.id))
CQ_ROW(NarrowRow)

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
