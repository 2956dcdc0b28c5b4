/* operand-count: json_get */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JSON_GET("{}"): takes a JSON and at least one key or index */
		SELECT(JSON_GET("{}")),
		FROM(users)));
#endif
}
