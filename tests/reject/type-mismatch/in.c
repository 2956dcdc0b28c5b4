/* type-mismatch: in */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.age, 1, 2, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.age, 1, 2, "three")))); /* reject: IN(users.age, 1, 2, "three"): ... */
#endif
}
