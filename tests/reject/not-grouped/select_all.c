/* not-grouped: select_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		GROUP_BY(users.id)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		GROUP_BY(users.age))); /* reject: SELECT, item 1: ... */
#endif
}
