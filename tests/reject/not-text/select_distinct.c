/* not-text: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EQ(LOWER(users.username), "x")),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(EQ(LOWER(users.age), "x")), /* reject: LOWER(users.age): ... */
		DISTINCT,
		FROM(users)));
#endif
}
