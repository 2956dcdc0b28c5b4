/* not-text: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(EQ(LOWER(users.username), "x"), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(EQ(LOWER(users.age), "x"), flag)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
