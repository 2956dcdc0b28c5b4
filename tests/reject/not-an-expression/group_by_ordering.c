/* not-an-expression: group_by_ordering */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(DESC(users.age)))); /* reject: GROUP_BY(DESC(users.age)): ... */
#endif
}
