/* empty-values: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, IN(users.id, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, IN(users.id))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
