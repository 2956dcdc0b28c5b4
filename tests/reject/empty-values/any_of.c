/* empty-values: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, IN(users.id, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, IN(users.id))))); /* reject: IN(users.id): ... */
#endif
}
