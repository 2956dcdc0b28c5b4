/* cast-type: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, TEXT)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CAST(users.created_at, BIGINT): ... */
		SELECT(CAST(users.created_at, BIGINT)),
		FROM(users)));
#endif
}
