/* clause-twice: offset */
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
		LIMIT(3),
		OFFSET(3),
		OFFSET(4)));
#endif
}
