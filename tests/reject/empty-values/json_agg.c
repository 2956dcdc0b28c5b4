/* empty-values: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(IN(users.id, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(IN(users.id))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
