/* not-a-clause: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 3: ... */
		SELECT(users.id),
		FROM(users),
		EQ(users.id, large)));
#endif
}
