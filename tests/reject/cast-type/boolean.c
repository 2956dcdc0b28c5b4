/* cast-type: boolean */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.is_active, INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CAST(users.is_active, TEXT): ... */
		SELECT(CAST(users.is_active, TEXT)),
		FROM(users)));
#endif
}
