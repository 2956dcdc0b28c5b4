/* not-numeric: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(ADD(users.age, 1), 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(ADD(users.username, 1), 3))), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
