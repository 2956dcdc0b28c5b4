/* not-text: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, EQ(LOWER(users.username), "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, EQ(LOWER(users.age), "x"))))); /* reject: LOWER(users.age): ... */
#endif
}
