/* unknown-table: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(uesrs.is_active, 1), ELSE(0))), /* reject: uesrs */
		FROM(users)));
#endif
}
