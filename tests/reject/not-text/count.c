/* not-text: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(EQ(LOWER(users.username), "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(EQ(LOWER(users.age), "x"))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
