/* type-mismatch: between */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(BETWEEN(users.age, 3, number))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(BETWEEN(users.age, 3, name)))); /* reject: BETWEEN(users.age, 3, name): ... */
#endif
}
