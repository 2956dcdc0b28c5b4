/* empty-values: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(IN(users.id, 3), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(IN(users.id), INTEGER)), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
