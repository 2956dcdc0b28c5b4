/* clause-twice: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		GROUP_BY(users.age)));
#endif
}
