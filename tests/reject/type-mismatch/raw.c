/* type-mismatch: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", GT(users.age, 3), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", GT(users.age, "three"), true)), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
