/* empty-values: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(IN(users.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(IN(users.id)))); /* reject: IN(users.id): ... */
#endif
}
