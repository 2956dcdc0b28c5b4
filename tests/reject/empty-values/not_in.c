/* empty-values: not_in */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT_IN(users.id, 1))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT_IN(users.id)))); /* reject: NOT_IN(users.id): ... */
#endif
}
