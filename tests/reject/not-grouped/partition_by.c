/* not-grouped: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), PARTITION_BY(users.username))),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), PARTITION_BY(users.age))),
		FROM(users),
		GROUP_BY(users.username))); /* reject: SELECT, item 1: ... */
#endif
}
