/* aggregate-and-column: select_row */
#include "../models.h"

#ifndef Counted_FIELDS
#define Counted_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(Counted)
#endif

#ifndef NameTotal_FIELDS
#define NameTotal_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(NameTotal)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Counted),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: FROM(users)): ... */
		SELECT_ROW(NameTotal),
		FROM(users)));
#endif
}
