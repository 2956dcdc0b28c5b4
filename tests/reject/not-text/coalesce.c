/* not-text: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(EQ(LOWER(users.username), "x"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(EQ(LOWER(users.age), "x"), false)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
