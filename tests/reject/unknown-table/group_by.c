/* unknown-table: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(uesrs.age))); /* reject: uesrs */
#endif
}
