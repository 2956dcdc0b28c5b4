/* aggregate-of-aggregate: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, SUM(users.id)), ELSE(0))),
		FROM(users),
		GROUP_BY(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(COUNT(users.id)): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, SUM(COUNT(users.id))), ELSE(0))),
		FROM(users),
		GROUP_BY(users.is_active)));
#endif
}
