/* type-mismatch: not */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(users.age, "three"))))); /* reject: GT(users.age, "three"): ... */
#endif
}
