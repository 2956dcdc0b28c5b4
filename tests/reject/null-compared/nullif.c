/* null-compared: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(users.age, 0)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NULLIF(users.age, NULL): ... */
		SELECT(NULLIF(users.age, NULL)),
		FROM(users)));
#endif
}
