/* like-not-text: json_object */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", LIKE(users.username, "4%"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_OBJECT("flag", LIKE(users.age, "4%"))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
