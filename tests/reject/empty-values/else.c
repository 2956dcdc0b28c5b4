/* empty-values: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(IN(users.id, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(IN(users.id)))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
