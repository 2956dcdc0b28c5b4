/* type-mismatch: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.age, 3)),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.age, "three")), /* reject: GT(users.age, "three"): ... */
		DISTINCT,
		FROM(users)));
#endif
}
