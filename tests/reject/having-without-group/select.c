/* having-without-group: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL( /* reject: HAVING(GT(users.age, 3))): ... */
		SELECT(users.id),
		FROM(users),
		HAVING(GT(users.age, 3))));
#endif
}
