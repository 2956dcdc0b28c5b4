/* like-not-text: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(LIKE(MIN(users.username), "a%"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(LIKE(MIN(users.age), "a%")))); /* reject: LIKE(MIN(users.age), "a%"): ... */
#endif
}
