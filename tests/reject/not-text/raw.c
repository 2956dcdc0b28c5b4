/* not-text: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", EQ(LOWER(users.username), "x"), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", EQ(LOWER(users.age), "x"), true)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
