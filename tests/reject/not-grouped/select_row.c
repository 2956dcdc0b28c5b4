/* not-grouped: select_row */
#include "../models.h"

#ifndef AgeTotal_FIELDS
#define AgeTotal_FIELDS(FIELD) \
	FIELD(age, INTEGER, users.age) \
	FIELD(total, BIGINT, COUNT(users.id))
CQ_ROW(AgeTotal)
#endif

CASE
{
	cq_rows(AgeTotal) found;
#ifndef MISTAKE
	return cq_all(db, AgeTotal, &found, SQL(
		SELECT_ROW(AgeTotal),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_all(db, AgeTotal, &found, SQL( /* reject: users.age: ... */
		SELECT_ROW(AgeTotal),
		FROM(users),
		GROUP_BY(users.username)));
#endif
}
