/* aggregate-and-column: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(COUNT(users.id), 3), MAX(users.username)), ELSE("none"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(CQ_CASE(CASE_WHEN(GT(COUNT(users.id), 3), users.username), ELSE("none"))),
		FROM(users)));
#endif
}
