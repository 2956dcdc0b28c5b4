/* like-not-text: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(LIKE(users.username, "4%")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(LIKE(users.age, "4%")), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
