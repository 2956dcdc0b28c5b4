/* unknown-column: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, GT(users.aeg, 3))), /* reject: aeg */
		FROM(users)));
#endif
}
