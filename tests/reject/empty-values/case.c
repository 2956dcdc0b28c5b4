/* empty-values: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(IN(users.id, 3), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(IN(users.id), 1), ELSE(0))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
