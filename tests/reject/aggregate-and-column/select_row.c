/* aggregate-and-column: select_row */
#include "../models.h"

#ifndef Total_FIELDS
#define Total_FIELDS(FIELD) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(Total)
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
		SELECT_ROW(Total),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: FROM(users)): ... */
		SELECT_ROW(NameTotal),
		FROM(users)));
#endif
}
