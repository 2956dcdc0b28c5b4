/* type-mismatch: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: GT(users.age, "three"): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, "three")))),
		FROM(posts)));
#endif
}
