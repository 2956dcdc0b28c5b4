/* not-text: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(EQ(LOWER(users.username), "x"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(EQ(LOWER(users.age), "x"), false)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
