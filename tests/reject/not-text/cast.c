/* not-text: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(EQ(LOWER(users.username), "x"), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(EQ(LOWER(users.age), "x"), INTEGER)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
