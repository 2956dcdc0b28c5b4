/* not-numeric: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, GT(ADD(users.age, 1), 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, GT(ADD(users.username, 1), 3))), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
