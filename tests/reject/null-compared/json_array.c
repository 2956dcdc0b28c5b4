/* null-compared: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, NE(users.username, "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, NE(users.username, NULL))), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
