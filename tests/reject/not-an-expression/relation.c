/* not-an-expression: relation; compiler only: no program can hold it */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(IS_NOT_NULL(users.boss_id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(IS_NOT_NULL(users.leader)))); /* reject: IS_NOT_NULL(users.leader): ... */
#endif
}
