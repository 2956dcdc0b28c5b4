/* type-mismatch: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(GT(users.age, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(GT(users.age, "three"), false)), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
