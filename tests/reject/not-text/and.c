/* not-text: and */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, EQ(LOWER(users.username), "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, EQ(LOWER(users.age), "x"))))); /* reject: LOWER(users.age): ... */
#endif
}
