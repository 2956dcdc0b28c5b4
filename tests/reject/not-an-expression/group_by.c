/* not-an-expression: group_by; compiler only: in a program a value is an operand like any other */
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
		GROUP_BY(name))); /* reject: GROUP_BY(name): ... */
#endif
}
