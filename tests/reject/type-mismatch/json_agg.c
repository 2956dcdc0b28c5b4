/* type-mismatch: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(users.age, "three"))), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
