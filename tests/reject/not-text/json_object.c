/* not-text: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", EQ(LOWER(users.username), "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", EQ(LOWER(users.age), "x"))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
