/* limit-not-integer: aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(3)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(MAX(users.age)))); /* reject: LIMIT(MAX(users.age)): ... */
#endif
}
