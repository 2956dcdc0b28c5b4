/* aggregate-and-column: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("a", MAX(users.age), "n", COUNT_ROWS())),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(JSON_OBJECT("a", users.age, "n", COUNT_ROWS())),
		FROM(users)));
#endif
}
