/* like-not-text: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LIKE(users.username, "a%")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LIKE(users.role, "a%")), /* reject: LIKE(users.role, "a%"): ... */
		FROM(users)));
#endif
}
