/* not-an-expression: having; compiler only: in a program a value is an operand like any other */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(COUNT(users.id), large))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(large))); /* reject: HAVING(large): ... */
#endif
}
