/* clause-missing: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL(FROM(users)): ... */
		FROM(users)));
#endif
}
