/* c-condition: either (compiler only: a program never sees the condition) */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, EQ(users.age, 3), EQ(users.id, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(EQ(users.id, 1), EQ(users.age, 3), EQ(users.age, 4))))); /* reject: EITHER(EQ(users.id, 1), EQ(users.age, 3), EQ(users.age, 4)): ... */
#endif
}
