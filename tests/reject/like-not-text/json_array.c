/* like-not-text: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, LIKE(users.username, "4%"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, LIKE(users.age, "4%"))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
