/* empty-values: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, IN(users.id, 3)), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, IN(users.id)), ELSE(false))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
