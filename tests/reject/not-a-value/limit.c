/* not-a-value: limit */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(number)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(&number))); /* reject: LIMIT(&number): ... */
#endif
}
