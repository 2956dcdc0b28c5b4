/* aggregate-and-column: string_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(users.age), STRING_AGG(users.username, ", ")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.age, STRING_AGG(users.username, ", ")),
		FROM(users)));
#endif
}
