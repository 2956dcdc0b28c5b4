/* not-a-clause: value; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(3)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 3: ... */
		SELECT(users.id),
		FROM(users),
		large));
#endif
}
