/* clause-order: lock */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(3),
		FOR_UPDATE()));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE(),
		LIMIT(3)));
#endif
}
