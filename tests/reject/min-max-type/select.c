/* min-max-type: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(users.is_active)), /* reject: MAX(users.is_active): ... */
		FROM(users)));
#endif
}
