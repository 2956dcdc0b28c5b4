/* like-not-text: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LIKE(users.username, "4%")),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LIKE(users.age, "4%")), /* reject: LIKE(users.age, "4%"): ... */
		DISTINCT,
		FROM(users)));
#endif
}
