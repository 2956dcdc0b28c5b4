/* like-not-text: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(LIKE(users.username, "4%"), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(LIKE(users.age, "4%"), flag)), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
