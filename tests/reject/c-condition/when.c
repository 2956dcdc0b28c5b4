/* c-condition: when (compiler only: a program never sees the condition) */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(newest, EQ(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(users.is_active, EQ(users.age, 3))))); /* reject: WHEN(users.is_active, EQ(users.age, 3)): ... */
#endif
}
