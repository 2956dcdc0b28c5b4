/* excluded-misplaced: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(EXCLUDED(users.age), 3)))); /* reject: EXCLUDED(users.age): ... */
#endif
}
