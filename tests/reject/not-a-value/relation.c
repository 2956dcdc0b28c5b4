/* not-a-value: relation; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(EQ(users.boss_id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(EQ(users.leader, 3)))); /* reject: EQ(users.leader, 3): ... */
#endif
}
