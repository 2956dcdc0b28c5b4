/* not-a-clause: table; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 2: ... */
		SELECT(users.id),
		users));
#endif
}
