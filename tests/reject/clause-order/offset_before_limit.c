/* clause-order: offset_before_limit */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(3),
		OFFSET(3)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		OFFSET(3),
		LIMIT(3)));
#endif
}
