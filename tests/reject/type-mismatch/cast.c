/* type-mismatch: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(GT(users.age, 3), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(GT(users.age, "three"), INTEGER)), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
