/* not-text: json_array */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, EQ(LOWER(users.username), "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_ARRAY(users.id, EQ(LOWER(users.age), "x"))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
