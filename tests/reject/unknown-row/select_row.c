/* unknown-row: select_row */
#include "../models.h"

#ifndef KnownRow_FIELDS
#define KnownRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id)
CQ_ROW(KnownRow)
#endif

CASE
{
	cq_rows(KnownRow) found;
#ifndef MISTAKE
	return cq_all(db, KnownRow, &found, SQL(
		SELECT_ROW(KnownRow),
		FROM(users)));
#else
	return cq_all(db, KnownRow, &found, SQL(
		SELECT_ROW(KnwonRow), /* reject: KnwonRow */
		FROM(users)));
#endif
}
