/* empty-values: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", IN(users.id, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", IN(users.id), false)), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
