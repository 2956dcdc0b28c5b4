/* like-not-text: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), LIKE(users.username, "4%"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), LIKE(users.age, "4%"))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
