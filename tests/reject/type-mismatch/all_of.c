/* type-mismatch: all_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, GT(users.age, "three"))))); /* reject: GT(users.age, "three"): ... */
#endif
}
