/* aggregate-in-where: returning_row */
#include "../models.h"

#ifndef DeletedRow_FIELDS
#define DeletedRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id)
CQ_ROW(DeletedRow)
#endif

#ifndef DeletedTotal_FIELDS
#define DeletedTotal_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(DeletedTotal)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING_ROW(DeletedRow)));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		ALL_ROWS,
		RETURNING_ROW(DeletedTotal))); /* reject: RETURNING_ROW(DeletedTotal): ... */
#endif
}
