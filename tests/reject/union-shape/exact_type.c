/* union-shape: exact_type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(CAST(boss.age, BIGINT)), FROM(boss))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(boss.age), FROM(boss)))); /* reject: UNION(SELECT(boss.age), FROM(boss)): ... */
#endif
}
