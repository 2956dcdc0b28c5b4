/* limit-not-integer: offset */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(10),
		OFFSET(10)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(10),
		OFFSET(name))); /* reject: OFFSET(name): ... */
#endif
}
