/* not-grouped: select_expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age, ADD(users.age, 1)),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age, ADD(users.score, 1)),
		FROM(users),
		GROUP_BY(users.age))); /* reject: SELECT, item 2: ... */
#endif
}
