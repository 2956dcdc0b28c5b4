/* aggregate-and-column: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(users.age), JSON_AGG(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.age, JSON_AGG(users.id)),
		FROM(users)));
#endif
}
