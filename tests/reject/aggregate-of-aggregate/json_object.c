/* aggregate-of-aggregate: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("sum", SUM(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("sum", SUM(COUNT(users.id)))), /* reject: SUM(COUNT(users.id)): ... */
		FROM(users)));
#endif
}
