/* null-compared: when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, IS_NULL(users.bio)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, EQ(users.bio, NULL))))); /* reject: : ... */
#endif
}
