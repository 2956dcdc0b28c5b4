/* c-condition: WHEN where CASE_WHEN is meant (compiler only: a program never sees the condition) */
#include "../models.h"

CASE
{
	cq_rows(const char *) kinds;
#ifndef MISTAKE
	return cq_scalars(db, &kinds, SQL(SELECT(CQ_CASE(CASE_WHEN(LT(users.id, 18), "low"), ELSE("high"))), FROM(users)));
#else
	return cq_scalars(db, &kinds, SQL(
		SELECT(CQ_CASE(WHEN(LT(users.id, 18), "low"), ELSE("high"))), /* reject: WHEN(LT(users.id, 18), "low"): ... */
		FROM(users)));
#endif
}
