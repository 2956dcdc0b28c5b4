/* cast-type: enum */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.role, TEXT)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CAST(users.username, ENUM(Role)): ... */
		SELECT(CAST(users.username, ENUM(Role))),
		FROM(users)));
#endif
}
