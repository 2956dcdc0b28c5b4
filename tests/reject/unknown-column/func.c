/* unknown-column: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", GT(users.age, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", GT(users.aeg, 3), false)), /* reject: aeg */
		FROM(users)));
#endif
}
