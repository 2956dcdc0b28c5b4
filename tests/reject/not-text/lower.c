/* not-text: lower */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.age)), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
