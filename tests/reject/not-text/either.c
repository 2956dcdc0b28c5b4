/* not-text: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, EQ(LOWER(users.username), "x"), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, EQ(LOWER(users.age), "x"), users.is_active)))); /* reject: LOWER(users.age): ... */
#endif
}
