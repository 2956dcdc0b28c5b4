/* empty-values: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", IN(users.id, 3), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", IN(users.id), true)), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
