/* lock-misplaced: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE()));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(users.age),
		FROM(users),
		FOR_UPDATE())); /* reject: FOR_UPDATE(): ... */
#endif
}
