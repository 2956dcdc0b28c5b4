/* clause-twice: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		DISTINCT,
		DISTINCT_ON(users.age),
		FROM(users)));
#endif
}
