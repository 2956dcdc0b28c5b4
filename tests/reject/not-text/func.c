/* not-text: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", EQ(LOWER(users.username), "x"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", EQ(LOWER(users.age), "x"), false)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
