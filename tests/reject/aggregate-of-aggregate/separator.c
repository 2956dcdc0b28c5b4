/* aggregate-of-aggregate: separator */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ")),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(users.username, MAX(users.username)): ... */
		SELECT(STRING_AGG(users.username, MAX(users.username))),
		FROM(users)));
#endif
}
