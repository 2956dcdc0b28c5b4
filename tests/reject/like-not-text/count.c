/* like-not-text: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(LIKE(users.username, "4%"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(LIKE(users.age, "4%"))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
