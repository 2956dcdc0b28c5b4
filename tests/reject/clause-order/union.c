/* clause-order: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		UNION(SELECT(boss.age), FROM(boss))));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.age),
		FROM(users),
		UNION(SELECT(boss.age), FROM(boss)),
		GROUP_BY(users.age)));
#endif
}
