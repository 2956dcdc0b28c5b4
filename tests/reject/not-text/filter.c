/* not-text: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), EQ(LOWER(users.username), "x"))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), EQ(LOWER(users.age), "x"))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
