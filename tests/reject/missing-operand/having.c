/* missing-operand: having; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(COUNT(users.id), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING())); /* reject: expected expression */
#endif
}
