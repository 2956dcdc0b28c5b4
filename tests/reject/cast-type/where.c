/* cast-type: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(CAST(users.age, BIGINT), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: CAST(users.role, BIGINT): ... */
		WHERE(EQ(CAST(users.role, BIGINT), 3))));
#endif
}
