/* unknown-column: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", GT(users.aeg, 3))), /* reject: aeg */
		FROM(users)));
#endif
}
