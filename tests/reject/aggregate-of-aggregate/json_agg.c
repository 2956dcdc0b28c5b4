/* aggregate-of-aggregate: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_AGG(MAX(users.id)): ... */
		SELECT(JSON_AGG(MAX(users.id))),
		FROM(users)));
#endif
}
